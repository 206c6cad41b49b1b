import type { ReactNode } from 'react';
import { Mark } from '#platform/ui/icon.tsx';
import officeCss from '#platform/ui/office.css?url';
import docsCss from './docs.css?url';
import { text } from './messages.vi.ts';
import type { ApiDocument, JsonSchema, Operation, Parameter } from './openapi.server.ts';

const words = text.docs;

/** The description of the API for people: one page of HTML, drawn from the document for programs. */
export function DocsPage({ document }: { document: ApiDocument }) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ''))];
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{words.title}</title>
        <link rel="stylesheet" href={officeCss} />
        <link rel="stylesheet" href={docsCss} />
      </head>
      <body>
        <header className="top">
          <a className="brand" href="/">
            <Mark />
            Hợp Lực
          </a>
        </header>
        <main className="page api-docs" id="main">
          <div className="head">
            <h1>{document.info.title}</h1>
            <div className="acts">
              <a className="btn" href="/api/openapi.json">
                {words.machine}
              </a>
            </div>
          </div>
          {document.info.description.split('\n\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {tags.map((tag) => (
            <section className="stack" key={tag}>
              <h2>{tag}</h2>
              {operations
                .filter(({ operation }) => (operation.tags?.[0] ?? '') === tag)
                .map((one) => (
                  <OperationBox key={`${one.method} ${one.path}`} {...one} />
                ))}
            </section>
          ))}
          <section className="stack">
            <h2>{words.shapes}</h2>
            {Object.entries(document.components.schemas ?? {}).map(([name, schema]) => (
              <div className="box" id={`s-${name}`} key={name}>
                <div className="cap">
                  <h3 className="code">{name}</h3>
                </div>
                <Properties schema={schema} />
              </div>
            ))}
          </section>
        </main>
      </body>
    </html>
  );
}

function OperationBox({ path, method, operation }: { path: string; method: string; operation: Operation }) {
  return (
    <div className="box">
      <div className="cap">
        <h3>
          <span className="code">
            {method.toUpperCase()} {path}
          </span>
        </h3>
        <span className="end">{operation.security ? words.needsSession : words.isPublic}</span>
      </div>
      <div className="pad stack">
        <p>{operation.summary}</p>
        {operation.parameters?.length ? <Parameters parameters={operation.parameters} /> : null}
        <dl className="answers">
          {Object.entries(operation.responses).map(([status, response]) => (
            <div key={status}>
              <dt className="code">{status}</dt>
              <dd>
                {response.description}{' '}
                {Object.values(response.content ?? {}).map(({ schema }) => (
                  <Shape key={status} schema={schema} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <ul className="answers">
      {parameters.map((parameter) => (
        <li key={parameter.name}>
          <b className="code">{parameter.in === 'path' ? `{${parameter.name}}` : `?${parameter.name}=`}</b>{' '}
          <Shape schema={parameter.schema} />
          {parameter.schema.default === undefined ? '' : ` · ${words.usual} ${String(parameter.schema.default)}`}
          {parameter.description ? ` · ${parameter.description}` : ''}
        </li>
      ))}
    </ul>
  );
}

function Properties({ schema }: { schema: JsonSchema }) {
  return (
    <table className="fits">
      <tbody>
        {Object.entries(schema.properties ?? {}).map(([name, property]) => (
          <tr key={name}>
            <th scope="row" className="code">
              {name}
              {schema.required?.includes(name) ? '' : '?'}
            </th>
            <td>
              <Shape schema={property} />
            </td>
            <td className="muted">{property.description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A shape in one line: `Cụm`, `chuỗi | null`, `[Alliance]`, `{ items, next }`. */
function Shape({ schema }: { schema: JsonSchema }): ReactNode {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return <a href={`#s-${name}`}>{name}</a>;
  }
  if (schema.anyOf)
    return schema.anyOf.map((one, index) => (
      <span key={JSON.stringify(one)}>
        {index > 0 ? ' | ' : ''}
        <Shape schema={one} />
      </span>
    ));
  if (schema.items)
    return (
      <>
        [<Shape schema={schema.items} />]
      </>
    );
  if (schema.properties)
    return (
      <>
        {'{ '}
        {Object.entries(schema.properties).map(([name, property], index) => (
          <span key={name}>
            {index > 0 ? ', ' : ''}
            {name}: <Shape schema={property} />
          </span>
        ))}
        {' }'}
      </>
    );
  if (typeof schema.additionalProperties === 'object')
    return (
      <>
        {words.byKey} → <Shape schema={schema.additionalProperties} />
      </>
    );
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  return [schema.type].flat().filter(Boolean).map(typeName).join(' | ') || words.any;
}

function typeName(type: string | undefined): string {
  return words.types[type ?? ''] ?? type ?? '';
}
