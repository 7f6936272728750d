"""A style sheet for formulae in a player that takes MathML for unknown HTML.

qti-components 7.27 makes every element anew in the namespace of HTML: without a style, one half reads "12". Names in
capitals match elements of HTML only (in an HTML document others are compared letter by letter), so real MathML keeps
its own layout. The player puts the rules into `@scope`, where `@namespace` is not allowed.
"""

NAME = "math.css"
TEXT = """\
MATH { white-space: nowrap }
MATH[display="block"] { display: block; text-align: center; margin: 1em 0 }
MI { font-style: italic }
MO { margin: 0 0.15em }
MFRAC { display: inline-flex; flex-direction: column; vertical-align: middle; text-align: center; line-height: 1.3 }
MFRAC > * { display: block; padding: 0 0.25em }
MFRAC > *:first-child { border-bottom: 1px solid currentColor }
MSQRT::before { content: "\\221A" }
MSQRT > * { border-top: 1px solid currentColor }
MROOT { display: inline-flex; flex-direction: row-reverse; align-items: baseline }
MROOT > *:first-child { border-top: 1px solid currentColor }
MROOT > *:first-child::before { content: "\\221A" }
MROOT > *:last-child { font-size: 65%; align-self: flex-start }
MSUP > *:last-child, MSUBSUP > *:last-child { vertical-align: super; font-size: 70% }
MSUB > *:last-child, MSUBSUP > *:nth-child(2) { vertical-align: sub; font-size: 70% }
MOVER, MUNDER, MUNDEROVER { display: inline-flex; flex-direction: column; align-items: center; vertical-align: middle }
MOVER > *:last-child, MUNDEROVER > *:last-child { order: -1; font-size: 70% }
MUNDER > *:last-child, MUNDEROVER > *:nth-child(2) { order: 1; font-size: 70% }
MTABLE { display: inline-table; vertical-align: middle }
MTR { display: table-row }
MTD { display: table-cell; padding: 0.1em 0.4em; text-align: center }
MSPACE { display: inline-block; width: 0.3em }
MPHANTOM { visibility: hidden }
"""
