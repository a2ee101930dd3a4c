/* A picture in which every text is one that some reader could obey or trip over. */
import type { Graph, GraphEdge, GraphNode } from "../../../src/views/pictures/graph.ts";

export const hostileNames: readonly string[] = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "&lt;b&gt; &amp; &#60; &quot;",
  'he said "no"',
  "it's",
  "back\\slash \\N \\G \\l \\n \\",
  "two\nlines\r\nand\ttabs",
  "]]>",
  '"]; click n1 "javascript:alert(1)"',
  '"] -> n2 [label="',
  "%%{init: {'theme':'dark'}}%%",
  "%% a comment",
  "end",
  "subgraph",
  "graph",
  "node",
  "a | b || c",
  "`**bold** _text_`",
  "1. first",
  "- item",
  "#35; #quot; ﬂ°°35¶ß",
  "lifestyle:x#1;",
  "accTitle: no",
  "fa:fa-bug",
  "$$x^2$$",
  "---",
  "{{braces}} [brackets] (round) ((x))",
  "\u202eright to left\u202c",
  "שלום עולם",
  "العربية",
  "法律系统（合法）",
  "\u0000\u001b[2J\u009b31m",
  "\ud800 half",
  "👩‍👩‍👧 ❤️",
  "<br>",
  "<b>bold</b>",
  "=cmd|' /C calc'!A0",
  "",
  " ",
  "~~~",
  "@{ shape: circle }",
  ":::class",
];

/** Each name as a title, a line below it, the title of a group, the label of an edge and the text of a finding. */
export function hostileGraph(): Graph {
  const nodes = hostileNames.map((name, index): GraphNode => ({
    id: `n${index + 1}`,
    kind: index % 2 === 0 ? "function system" : "coupling",
    title: name,
    lines: [name, `${name}${name}`],
    group: `g${index + 1}`,
    mark: { kind: "finding", severity: "error", texts: [name] },
  }));
  const edges = hostileNames.map((name, index): GraphEdge => ({
    from: `n${index + 1}`,
    to: `n${((index + 1) % hostileNames.length) + 1}`,
    kind: index % 2 === 0 ? "channel" : "missing",
    label: [name, name],
  }));
  return {
    title: hostileNames.join(" "),
    description: hostileNames.join(" "),
    direction: "down",
    groups: hostileNames.map((name, index) => ({
      id: `g${index + 1}`,
      title: name,
      within: index % 3 === 0 ? undefined : `g${index}`,
    })),
    nodes,
    edges,
    legend: [],
  };
}
