"""A style sheet for formulae in a player that takes MathML for unknown HTML.

qti-components 7.27 makes every element anew in the namespace of HTML, and attributes by their local names: without a
style, one half reads "12". There `xml:space`, which says nothing new, turns into `space`, by which the rules know that
the namespace was lost; real MathML keeps its own layout. (The rules land in `@scope`, where `@namespace` is not
allowed, and Chromium compares names in capitals with MathML's as well.)
"""

NAME = "math.css"
MARK = ' xml:space="default"'
TEXT = """\
math[space] { white-space: nowrap }
math[space][display="block"] { display: block; text-align: center; margin: 1em 0 }
math[space] mi { font-style: italic; margin: 0 0.05em }
math[space] mo { margin: 0 0.15em }
math[space] mfrac { display: inline-flex; flex-direction: column; vertical-align: middle; text-align: center }
math[space] mfrac { line-height: 1.3 }
math[space] mfrac > * { display: block; padding: 0 0.25em }
math[space] mfrac > *:first-child { border-bottom: 1px solid currentColor }
math[space] msqrt::before { content: "\\221A" }
math[space] msqrt > * { border-top: 1px solid currentColor }
math[space] mroot { display: inline-flex; flex-direction: row-reverse; align-items: baseline }
math[space] mroot > *:first-child { border-top: 1px solid currentColor }
math[space] mroot > *:first-child::before { content: "\\221A" }
math[space] mroot > *:last-child { font-size: 65%; align-self: flex-start }
math[space] msup > *:last-child, math[space] msubsup > *:last-child { vertical-align: super; font-size: 70% }
math[space] msub > *:last-child, math[space] msubsup > *:nth-child(2) { vertical-align: sub; font-size: 70% }
math[space] mover, math[space] munder, math[space] munderover { display: inline-flex; flex-direction: column }
math[space] mover, math[space] munder, math[space] munderover { align-items: center; vertical-align: middle }
math[space] mover > *:last-child, math[space] munderover > *:last-child { order: -1; font-size: 70% }
math[space] munder > *:last-child, math[space] munderover > *:nth-child(2) { order: 1; font-size: 70% }
math[space] mtable { display: inline-table; vertical-align: middle }
math[space] mtr { display: table-row }
math[space] mtd { display: table-cell; padding: 0.1em 0.4em; text-align: center }
math[space] mspace { display: inline-block; width: 0.3em }
math[space] mphantom { visibility: hidden }
"""
