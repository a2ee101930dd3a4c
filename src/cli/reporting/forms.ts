/* The forms in which a report can be had. */

export const reportFormats = ["html", "markdown"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportForms = ["report", "odd"] as const;
export type ReportForm = (typeof reportForms)[number];

/** Those of `views/report/citation_style.ts`, which is loaded only when a report is made. */
export const reportStyles = ["apa", "chicago"] as const;
export type ReportStyle = (typeof reportStyles)[number];
