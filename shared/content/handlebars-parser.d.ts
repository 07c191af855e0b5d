/** The parser of Handlebars without its compiler (a third of the size): the nodes that a logic-free template can have, and the rest by type only. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  interface Located {
    loc: { start: { line: number } };
  }
  export interface ContentStatement extends Located {
    type: 'ContentStatement';
    value: string;
  }
  export interface MustacheStatement extends Located {
    type: 'MustacheStatement';
    path: { type: string; original: unknown; parts?: readonly string[] };
    params: readonly unknown[];
    hash?: unknown;
    escaped: boolean;
  }
  export interface OtherStatement extends Located {
    type:
      | 'CommentStatement'
      | 'BlockStatement'
      | 'PartialStatement'
      | 'PartialBlockStatement'
      | 'Decorator'
      | 'DecoratorBlock';
  }
  export type Statement = ContentStatement | MustacheStatement | OtherStatement;
  export function parse(source: string): { body: readonly Statement[] };
}
