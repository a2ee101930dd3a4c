/* The forms in which runs, tests and answers can be had. */
export const runFormats = ["text", "json"] as const;
export type RunFormat = (typeof runFormats)[number];

export const testFormats = ["text", "json", "junit", "github", "sarif"] as const;
export type TestFormat = (typeof testFormats)[number];

export const whyFormats = ["text", "json"] as const;
export type WhyFormat = (typeof whyFormats)[number];

export const exploreFormats = ["text", "json"] as const;
export type ExploreFormat = (typeof exploreFormats)[number];

export const adviceFormats = ["text", "json"] as const;
export type AdviceFormat = (typeof adviceFormats)[number];
