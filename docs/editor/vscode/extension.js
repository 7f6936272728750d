// Starts `exambank lsp` for the Markdown and YAML files of a workspace that holds a bank; the rest is the client library's.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const [command, ...args] = workspace.getConfiguration("exambank").get("command");
  const documentSelector = [
    { scheme: "file", language: "markdown" },
    { scheme: "file", pattern: "**/{bank,blueprint}.yaml" },
  ];
  client = new LanguageClient("exambank", "exambank", { command, args }, { documentSelector });
  await client.start();
};

exports.deactivate = () => client?.stop();
