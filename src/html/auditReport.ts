import type { AuditView } from "../document/audit/view.ts";
import { compileTemplates, type TemplateFiles } from "./templates.ts";

/** What the report of an audit is set with. */
export type AuditStyle = { readonly templates: TemplateFiles; readonly css: string };

/** The report of an audit as one HTML file that needs nothing beside it, and no script. */
export const auditHtml = (view: AuditView, { templates, css }: AuditStyle): string =>
  compileTemplates(templates)("audit.hbs", { view, css });
