/** The API document as a page: rendered here, without script, loading nothing. */
import type { oas31 } from 'zod-openapi';
import { problemKinds } from '../../shared/middleware/problem.ts';
import { type Html, html, raw } from '../../shared/pages/html.ts';
import type { ApiDocument } from './build-document.ts';
import { style, styleSource } from './page-style.ts';
import { componentOf, type Schema, schemaText } from './schema-text.ts';

export const pagePolicy = `default-src 'none'; style-src ${styleSource}; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`;

interface Operation {
  readonly title: string;
  readonly operation: oas31.OperationObject;
}

/** A complete HTML document: contents, every route, every component, every kind of problem. */
export function renderPage(document: ApiDocument): string {
  const areas = (document.tags ?? []).map(({ name }) => ({ name, operations: operationsOf(document, name) }));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} API</title>
${raw(`<style>${style}</style>`)}
</head>
<body>
<a class="skip" href="#routes">Skip to the routes</a>
<header><h1>${document.info.title} API</h1><p>${markCode(document.info.description)}</p>
<p>The same as an OpenAPI document: <a href="/openapi.json">openapi.json</a></p></header>
<nav aria-label="Contents"><h2>Contents</h2>
<ul>${areas.flatMap(({ operations }) => operations.map(contentsEntry))}
<li><a href="#problems">Problems</a></li><li><a href="#components">Shapes</a></li></ul></nav>
<main id="routes">
${areas.map(({ name, operations }) => html`<section><h2>${name}</h2>${operations.map(renderOperation)}</section>`)}
${renderProblems()}
${renderComponents(document)}
</main>
</body>
</html>
`.text;
}

function operationsOf(document: ApiDocument, area: string): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, { get, post, put, delete: remove }]) =>
    Object.entries({ GET: get, POST: post, PUT: put, DELETE: remove }).flatMap(([method, operation]) =>
      operation?.tags?.includes(area) ? [{ title: `${method} ${path}`, operation }] : [],
    ),
  );
}

function contentsEntry({ title, operation }: Operation): Html {
  return html`<li><a href="#${operation.operationId}"><code>${title}</code></a></li>
`;
}

function renderOperation({ title, operation }: Operation): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses = {} } = operation;
  return html`
<article id="${operationId}"><h3><code>${title}</code></h3>
<p>${summary}.</p><p class="quiet">${description}</p>
${parameters.length > 0 ? renderParameters(parameters) : undefined}
${requestBody && 'content' in requestBody ? renderBody(requestBody) : undefined}
<table><caption>Answers</caption><thead><tr><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">Body</th></tr></thead>
<tbody>${Object.entries(responses).map(([status, response]) => renderResponse(status, response))}</tbody></table>
</article>`;
}

function renderParameters(parameters: readonly (oas31.ParameterObject | oas31.ReferenceObject)[]): Html {
  const rows = parameters.map((parameter) =>
    'name' in parameter
      ? html`<tr><th scope="row"><code>${parameter.name}</code></th><td>${parameter.in}${parameter.required ? ', needed' : ''}</td>
<td><code>${parameter.schema ? schemaText(parameter.schema) : ''}</code></td></tr>`
      : undefined,
  );
  return html`<table><caption>Parameters</caption><thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">Value</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function renderBody({ content, required }: oas31.RequestBodyObject): Html {
  const [media] = Object.values(content);
  const types = Object.keys(content).join(' or ');
  return html`<h4>Body${required ? '' : ' (may be left out)'}: <code>${types}</code></h4>
${media?.schema ? renderShape(media.schema) : undefined}
${media?.example === undefined ? undefined : html`<pre tabindex="0" aria-label="Example body">${exampleText(media.example)}</pre>`}`;
}

function exampleText(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2);
}

function renderShape(schema: Schema): Html {
  const component = componentOf(schema);
  return component === undefined
    ? html`<pre tabindex="0" aria-label="Shape">${schemaText(schema)}</pre>`
    : html`<p>Shape: <a href="#shape-${component}">${component}</a></p>`;
}

function renderResponse(
  status: string,
  response: oas31.ResponseObject | oas31.ReferenceObject,
): Html | undefined {
  if (!('description' in response)) return undefined;
  const content = 'content' in response ? (response.content ?? {}) : {};
  const bodies = Object.entries(content).map(([type, { schema }]) => {
    const component = schema && componentOf(schema);
    const shape = schema ? html`<code>${schemaText(schema)}</code>` : undefined;
    return html`${component === undefined ? shape : html`<a href="#shape-${component}">${component}</a>`} <span class="quiet">${type}</span>`;
  });
  return html`<tr><th scope="row">${status}</th><td>${markCode(response.description)}${headersOf(response)}</td><td>${bodies}</td></tr>
`;
}

function headersOf(response: oas31.ResponseObject | oas31.ReferenceObject): readonly Html[] {
  const headers = 'headers' in response ? (response.headers ?? {}) : {};
  return Object.entries(headers).map(
    ([name, { description }]) => html`<br><code>${name}</code>: ${markCode(description)}`,
  );
}

/** Words between backticks as code. */
function markCode(text: string | undefined): readonly Html[] {
  return (text ?? '')
    .split('`')
    .map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));
}

function renderProblems(): Html {
  const rows = problemKinds.map(
    ({ status, slug, title, meaning }) =>
      html`<tr id="${slug}"><th scope="row"><code>/docs#${slug}</code></th><td>${status}</td><td>${title}</td><td>${markCode(meaning)}</td></tr>
`,
  );
  return html`<section id="problems"><h2>Problems</h2><table><caption>Kinds of problem (RFC 9457)</caption>
<thead><tr><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Title</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

function renderComponents({ components }: ApiDocument): Html {
  const shapes = Object.entries(components?.schemas ?? {}).map(
    ([
      name,
      schema,
    ]) => html`<article id="shape-${name}"><h3>${name}</h3><p>${markCode(schema.description)}</p>
<pre tabindex="0" aria-label="Shape of ${name}">${schemaText(schema)}</pre></article>
`,
  );
  return html`<section id="components"><h2>Shapes</h2>${shapes}</section>`;
}
