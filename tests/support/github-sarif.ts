interface Text {
  readonly text?: string;
}

interface Location {
  readonly physicalLocation?: {
    readonly artifactLocation?: { readonly uri?: string };
    readonly region?: {
      readonly startLine?: number;
      readonly startColumn?: number;
      readonly endLine?: number;
      readonly endColumn?: number;
    };
  };
}

/** As much of a SARIF log as GitHub looks at; everything may be missing. */
export interface SarifLog {
  readonly version?: string;
  readonly runs?: readonly {
    readonly tool?: {
      readonly driver?: {
        readonly name?: string;
        readonly rules?: readonly {
          readonly id?: string;
          readonly name?: string;
          readonly shortDescription?: Text;
          readonly fullDescription?: Text;
          readonly help?: Text;
          readonly properties?: { readonly tags?: readonly string[] };
        }[];
      };
    };
    readonly results?: readonly {
      readonly ruleId?: string;
      readonly ruleIndex?: number;
      readonly level?: string;
      readonly message?: Text;
      readonly locations?: readonly Location[];
      readonly relatedLocations?: readonly Location[];
      readonly partialFingerprints?: { readonly primaryLocationLineHash?: string };
      readonly suppressions?: readonly { readonly justification?: string }[];
    }[];
    readonly invocations?: readonly {
      readonly executionSuccessful?: boolean;
      readonly toolExecutionNotifications?: readonly { readonly message?: Text }[];
    }[];
  }[];
}

/**
 * What GitHub's code scanning would refuse or lose in a log, in words; empty if nothing. The rules are those of its
 * documentation on SARIF support: required properties, lengths, and numbers of runs, rules, results and places.
 */
export function githubComplaints(log: SarifLog): readonly string[] {
  const complaints: string[] = [];
  const demand = (holds: boolean, complaint: string): void => {
    if (!holds) complaints.push(complaint);
  };
  const filled = (text: string | undefined, most: number): boolean =>
    text !== undefined && text.length > 0 && text.length <= most;
  demand(log.version === "2.1.0", "the version is not 2.1.0");
  const runs = log.runs ?? [];
  demand(runs.length >= 1 && runs.length <= 20, "there are not 1 to 20 runs");
  for (const run of runs) {
    const rules = run.tool?.driver?.rules ?? [];
    const results = run.results ?? [];
    demand(filled(run.tool?.driver?.name, 255), "the tool has no name");
    demand(rules.length <= 25_000, "there are more than 25,000 rules");
    demand(results.length <= 25_000, "there are more than 25,000 results");
    demand(new Set(rules.map(({ id }) => id)).size === rules.length, "two rules have one id");
    for (const rule of rules) {
      demand(rule.id !== undefined, "a rule has no id");
      demand(rule.name === undefined || rule.name.length <= 255, `the name of ${rule.id} is too long`);
      demand(
        filled(rule.shortDescription?.text, 1024),
        `the short description of ${rule.id} is missing or too long`,
      );
      demand(
        filled(rule.fullDescription?.text, 1024),
        `the full description of ${rule.id} is missing or too long`,
      );
      demand(filled(rule.help?.text, Infinity), `${rule.id} has no help`);
      demand((rule.properties?.tags ?? []).length <= 20, `${rule.id} has more than 20 tags`);
    }
    for (const result of results) {
      demand(rules[result.ruleIndex ?? -1]?.id === result.ruleId, "a result does not point at its rule");
      demand(["none", "note", "warning", "error"].includes(result.level ?? ""), "a result has no level");
      demand(result.message?.text !== undefined, "a result has no message");
      demand((result.locations ?? []).length >= 1, "a result has no place");
      demand(
        (result.locations ?? []).length + (result.relatedLocations ?? []).length <= 1_000,
        "a result has more than 1,000 places",
      );
      demand(
        /^[0-9a-f]{1,16}:[0-9]+$/.test(result.partialFingerprints?.primaryLocationLineHash ?? ""),
        "a result has no fingerprint",
      );
      for (const { physicalLocation } of [...(result.locations ?? []), ...(result.relatedLocations ?? [])]) {
        const uri = physicalLocation?.artifactLocation?.uri ?? "";
        demand(
          /^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$/.test(uri) || uri.startsWith("file:///"),
          `${uri} is not encoded`,
        );
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {};
        demand(startLine >= 1 && startColumn >= 1, "a region does not begin at line and column 1 or later");
        demand(
          endLine > startLine || (endLine === startLine && endColumn >= startColumn),
          "a region ends before it begins",
        );
      }
    }
  }
  return complaints;
}
