import { checks } from "../../../src/checks/list.ts";
import { projectSchema } from "../../../src/cli/project_settings.ts";

/** The schema of the project file, for editors: the settings, and all checks by name. */
export function projectSchemaText(): string {
  return `${JSON.stringify(projectSchema(checks), null, 2)}\n`;
}
