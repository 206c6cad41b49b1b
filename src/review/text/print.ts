import type { Basis, FigureTerm, TextNode } from './ast.ts';
import { QUALITATIVE, REASON } from './parse.ts';

/** The source of these nodes on one line: what `parseText` reads back as the same nodes. */
export function printNodes(nodes: readonly TextNode[]): string {
  return nodes.map(printNode).join('');
}

export function printNode(node: TextNode): string {
  switch (node.kind) {
    case 'text':
      return node.text.replace(/[{}]/g, (brace) => brace + brace);
    case 'figure':
      return `{${printFigure(node.figure)}}`;
    case 'call':
      return `{${node.name}(${[printBasis(node.basis), ...printOptions(node.options)].join(', ')})}`;
    case 'context':
      return node.format === '' ? `{${node.name}}` : `{${node.name}|${node.format}}`;
    case 'word':
      return `{?${node.word}: ${[node.basis ? printBasis(node.basis) : QUALITATIVE, ...printOptions(node.reason ? { [REASON]: node.reason } : {})].join(', ')}}`;
    case 'broken':
      return node.source;
  }
}

export function printFigure(figure: FigureTerm): string {
  return figure.code + (figure.unit ? `/${figure.unit}` : '') + (figure.period ? `@${figure.period}` : '');
}

export function printBasis(basis: Basis): string {
  return basis.over ? `${printFigure(basis.figure)} trên ${printFigure(basis.over)}` : printFigure(basis.figure);
}

function printOptions(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options).map(([key, value]) => `${key}="${value}"`);
}
