import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { byExactness, matcherOf } from "./routing.ts";

export interface SchemaViolation {
  readonly method: string;
  readonly path: string;
  readonly problem: string;
  readonly body: unknown;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export type CheckBody = (method: string, path: string, body: unknown) => SchemaViolation | null;

let opened: CheckBody | null | undefined;

/** Checks request bodies against Discord's own description of its API; null where that is not at hand. */
export function openBodyCheck(): CheckBody | null {
  // Reading the description takes longer than many a test.
  if (opened === undefined) opened = readDescription();
  return opened;
}

function readDescription(): CheckBody | null {
  const shared = process.env["POLICYDESK_SHARED"];
  if (!shared) return null;
  const document = JSON.parse(readFileSync(join(shared, "data/discord-openapi.json"), "utf8")) as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  for (const format of ["snowflake", "nonce"]) ajv.addFormat(format, true);
  const components = withPermissionsAsText(document.components);
  const templates = Object.keys(document.paths)
    .map((template) => ({ template, matches: matcherOf(template) }))
    .sort(byExactness);
  const compiled = new Map<string, ValidateFunction | null>();

  const validatorOf = (method: string, template: string): ValidateFunction | null => {
    const operation = document.paths[template]?.[method.toLowerCase()];
    const schema = operation?.requestBody?.content["application/json"]?.schema;
    return schema ? ajv.compile({ ...schema, components }) : null;
  };

  return (method, path, body) => {
    if (body === undefined) return null;
    const found = templates.find(
      ({ template, matches }) => matches(path) && document.paths[template]?.[method.toLowerCase()],
    );
    if (!found) return null;
    const key = `${method} ${found.template}`;
    if (!compiled.has(key)) compiled.set(key, validatorOf(method, found.template));
    const validate = compiled.get(key);
    if (!validate || validate(body)) return null;
    return { method, path, problem: deepest(validate.errors ?? []), body };
  };
}

/** The errors that lie deepest: those of the other branches of a union end higher up. */
function deepest(errors: readonly ErrorObject[]): string {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  const max = Math.max(...errors.map(depth));
  const lines = errors
    .filter((error) => depth(error) === max)
    .map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...new Set(lines)].join("; ");
}

// The document has permissions of commands as integers; Discord takes and gives them as text, as its guide says.
function withPermissionsAsText(components: Document["components"]): object {
  const schemas = Object.entries(components.schemas).map(([name, schema]) => {
    const properties = (schema as { properties?: Record<string, object> }).properties;
    if (!name.startsWith("ApplicationCommand") || !properties?.["default_member_permissions"]) return [name, schema];
    const either = { anyOf: [properties["default_member_permissions"], { type: "string", pattern: "^[0-9]+$" }] };
    return [name, { ...schema, properties: { ...properties, default_member_permissions: either } }];
  });
  return { ...components, schemas: Object.fromEntries(schemas) };
}
