/*
 * The colours and lines of pictures, as the one style that each of them carries. Colours only say again what forms, lines
 * and signs say already. The classes are ours, and begin with that of the picture: it may stand in a page with others.
 */

interface Palette {
  readonly ground: string;
  readonly ink: string;
  /** Smaller texts. */
  readonly soft: string;
  readonly line: string;
  readonly frame: string;
  readonly frameFill: string;
  readonly tints: Readonly<Record<Tint, string>>;
  readonly marks: Readonly<Record<MarkColour, string>>;
}

export type Tint = "blue" | "green" | "violet" | "orange" | "yellow" | "grey" | "teal" | "none";
export type MarkColour = "way" | "circle" | "bottleneck" | "error" | "warning" | "hint";

export const light: Palette = {
  ground: "#ffffff",
  ink: "#14181f",
  soft: "#3d4654",
  line: "#4a5568",
  frame: "#8a94a6",
  frameFill: "#f6f8fb",
  tints: {
    blue: "#e3ecfb",
    green: "#e2f3e4",
    violet: "#f0e6fa",
    orange: "#fdeadb",
    yellow: "#fdf3cf",
    grey: "#eceef1",
    teal: "#def2f2",
    none: "#ffffff",
  },
  marks: {
    way: "#0b57d0",
    circle: "#7b2fd6",
    bottleneck: "#a34700",
    error: "#b3261e",
    warning: "#8a5300",
    hint: "#2f5f8f",
  },
};

export const dark: Palette = {
  ground: "#14171c",
  ink: "#eef1f6",
  soft: "#c3cad6",
  line: "#a3aec0",
  frame: "#6b7688",
  frameFill: "#1a1f26",
  tints: {
    blue: "#1d2e4d",
    green: "#1c3824",
    violet: "#34224a",
    orange: "#432a17",
    yellow: "#3b3312",
    grey: "#2b3038",
    teal: "#143838",
    none: "#14171c",
  },
  marks: {
    way: "#8ab4f8",
    circle: "#cba6ff",
    bottleneck: "#ffb074",
    error: "#ff8f85",
    warning: "#f2c14e",
    hint: "#9dc7f2",
  },
};

export const rootClass = "niklas-picture";

const latin = [
  "system-ui",
  "'Segoe UI'",
  "Roboto",
  "'Noto Sans'",
  "'DejaVu Sans'",
  "'Liberation Sans'",
  "Arial",
];
const eastAsian = [
  "'PingFang SC'",
  "'Hiragino Sans'",
  "'Microsoft YaHei'",
  "'Noto Sans CJK SC'",
  "'Noto Sans SC'",
  "'Source Han Sans SC'",
  "'WenQuanYi Micro Hei'",
];

/** Programs that only know the first font of a list that they have need one with the script of the text. */
const fonts = {
  usual: [...latin, ...eastAsian, "sans-serif"].join(", "),
  eastAsian: [...eastAsian, ...latin, "sans-serif"].join(", "),
};

const forms = [
  `text { font-family: ${fonts.usual}; unicode-bidi: isolate; }`,
  `.east { font-family: ${fonts.eastAsian}; }`,
  ".middle { text-anchor: middle; }",
  ".strong { font-weight: 600; }",
  ".shape { stroke-width: 1.2; }",
  ".detail, .edge { fill: none; stroke-width: 1.2; }",
  ".thick { stroke-width: 2.4; }",
  ".dashed { stroke-dasharray: 6 4; }",
  ".dotted { stroke-dasharray: 1.5 3.5; stroke-linecap: round; }",
  ".missing { stroke-dasharray: 9 4 2 4; stroke-width: 2; }",
  ".thin { stroke-width: 0.9; }",
  ".marked { stroke-width: 3; }",
  ".frame { stroke-width: 1; }",
  ".veil { opacity: 0.88; }",
];

function coloursOf({ ground, ink, soft, line, frame, frameFill, tints, marks }: Palette): readonly string[] {
  return [
    `.ground, .veil { fill: ${ground}; }`,
    // A label on a group is veiled by what the group is filled with.
    `.inside .veil { fill: ${frameFill}; }`,
    `text { fill: ${soft}; }`,
    `.strong { fill: ${ink}; }`,
    `.shape, .detail, .edge { stroke: ${line}; }`,
    `.solid { fill: ${line}; }`,
    `.open { fill: ${ground}; stroke: ${line}; }`,
    `.frame { fill: ${frameFill}; stroke: ${frame}; }`,
    `.title { fill: ${frameFill}; }`,
    ...Object.entries(tints).map(([name, colour]) => `.${name} { fill: ${colour}; }`),
    ...Object.entries(marks).flatMap(([name, colour]) => [
      `.on-${name} { stroke: ${colour}; }`,
      `.of-${name} { fill: ${colour}; stroke: none; }`,
    ]),
    `.sign { fill: ${ground}; }`,
    `.scratch { fill: none; stroke: ${ground}; stroke-width: 2; }`,
  ];
}

export type Scheme = "light" | "dark" | "auto";

/** The style of a picture: light or dark as whoever looks at it has it, or one of the two. */
export function styleOf(scheme: Scheme): string {
  const own = [...forms, ...coloursOf(scheme === "dark" ? dark : light)].map(within);
  const other =
    scheme === "auto"
      ? [`@media (prefers-color-scheme: dark) {`, ...coloursOf(dark).map((rule) => `  ${within(rule)}`), "}"]
      : [];
  return `\n${[...own, ...other].join("\n")}\n`;
}

function within(rule: string): string {
  const [selectors = "", body = ""] = rule.split(" {");
  return `${selectors
    .split(", ")
    .map((selector) => `.${rootClass} ${selector}`)
    .join(", ")} {${body}`;
}
