extension ReportPage {
  private static let colours = ReportPlot.Style.colours.enumerated()

  private static func variables(_ isDark: Bool) -> String {
    let own =
      isDark
      ? "--paper: #14171b; --ink: #e4e7ea; --soft: #a0a9b3; --line: #373e46; --band: #1d2227; "
      : "--paper: #ffffff; --ink: #1b1f24; --soft: #57606b; --line: #d3d8de; --band: #f3f5f8; "
    return own
      + colours.map { "--c\($0.offset): \(isDark ? $0.element.dark : $0.element.light);" }
      .joined(separator: " ")
  }

  static let style = """
    :root { color-scheme: light dark; \(variables(false)) }
    @media (prefers-color-scheme: dark) { :root { \(variables(true)) } }
    @media print { :root { color-scheme: light; \(variables(false)) } }
    \(colours.map { ".c\($0.offset) { fill: var(--c\($0.offset)); }" }.joined(separator: " "))
    * { box-sizing: border-box; }
    body { font: 15px/1.65 "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "IPAexGothic", system-ui,
      sans-serif; max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; color: var(--ink);
      background: var(--paper); font-variant-numeric: tabular-nums; }
    h1 { font-size: 1.6rem; line-height: 1.3; margin: 0; }
    h2 { font-size: 1.1rem; line-height: 1.4; margin: 0 0 .75rem; break-after: avoid; }
    section { margin-top: 2.75rem; }
    .subtitle { color: var(--soft); margin: .35rem 0 0; }
    .note { color: var(--soft); font-size: .85rem; margin: -.4rem 0 .9rem; max-width: 60em;
      break-after: avoid; }
    .none { color: var(--soft); margin: 0; }
    dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
      gap: 0 2rem; margin: 1.5rem 0 0; border-bottom: 1px solid var(--line); }
    dl div { display: grid; grid-template-columns: 11em minmax(0, 1fr); gap: 0 .75rem; padding: .3rem 0;
      border-top: 1px solid var(--line); font-size: .87rem; }
    dt { color: var(--soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    nav ol { columns: 2 18rem; margin: 1.5rem 0 0; padding-left: 1.9em; font-size: .87rem; }
    nav li { break-inside: avoid; }
    a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .84rem; line-height: 1.5; min-width: 100%; }
    th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem .35rem 0; text-align: left;
      vertical-align: top; }
    th { color: var(--soft); font-weight: 600; white-space: nowrap; }
    td { min-width: 4.5em; max-width: 26em; overflow-wrap: break-word; }
    .long { min-width: 14em; overflow-wrap: anywhere; }
    .number { text-align: right; }
    .number + .entries { padding-left: .5rem; }
    .entries { min-width: 10em; max-width: 18em; color: var(--soft); }
    summary { cursor: pointer; }
    .plot { margin: 0 0 1.25rem; padding: 1rem 1.1rem; background: var(--band); border-radius: 6px;
      break-inside: avoid; }
    .plot svg { display: block; max-width: 100%; overflow: hidden; }
    figcaption { font-size: .87rem; font-weight: 600; margin-bottom: .6rem; }
    .grid { stroke: var(--line); }
    .axis { fill: var(--soft); font-size: 11px; }
    .part { stroke: var(--band); stroke-width: 1; }
    .stroke { stroke: var(--band); stroke-width: 1.4; fill: none; opacity: .75; }
    .dot { fill: var(--band); opacity: .8; }
    .patterns { position: absolute; }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .75rem 0 0;
      padding: 0; font-size: .82rem; }
    .legend li { display: flex; gap: .45rem; align-items: baseline; }
    .legend svg { flex: none; transform: translateY(2px); }
    .bars { list-style: none; margin: 0; padding: 0; font-size: .84rem; }
    .bars li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem;
      margin-bottom: .55rem; break-inside: avoid; }
    .bars span { overflow-wrap: anywhere; }
    .bars svg { grid-column: 1 / -1; }
    @media (max-width: 40rem) { body { padding: 1.25rem .9rem 3rem; } dl { gap: 0; }
      dl div { grid-template-columns: 9em minmax(0, 1fr); }
      table { width: max-content; } td { max-width: 15em; } .plot { padding: .85rem .8rem; } }
    @page { size: A4 landscape; margin: 14mm 12mm; @bottom-right { font-size: 8pt;
      content: counter(page) " / " counter(pages); } }
    @media print { * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { font-size: 10pt; max-width: none; padding: 0; } section { margin-top: 1.6rem; }
      .scroll { overflow: visible; } table { font-size: 8pt; line-height: 1.4; } td { min-width: 0; }
      .long { min-width: 8em; }
      thead { display: table-header-group; } tr { break-inside: avoid; } nav { display: none; } }
    """
}
