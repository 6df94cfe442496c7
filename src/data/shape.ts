import type { DateInput } from '../time/parse-date.js';
import type { IssueCode } from './issue.js';

/**
 * What a piece of untrusted data may look like. One shape yields a TypeScript type (`Infer`), the
 * check of a value (`readShape`) and a JSON Schema (`toJsonSchema`), so the three cannot disagree.
 */
export type Shape =
  | TextShape
  | NameShape
  | NumberShape
  | FlagShape
  | DateShape
  | ChoiceShape
  | ListShape
  | TextOrShape
  | ObjectShape;

interface TextShape extends Described {
  readonly is: 'text';
  readonly pattern?: RegExp;
}
/** A text, or a number that stands for its digits. */
interface NameShape extends Described {
  readonly is: 'name';
}
interface NumberShape extends Described {
  readonly is: 'number';
  readonly min: number;
  readonly max: number;
}
interface FlagShape extends Described {
  readonly is: 'flag';
}
/** Anything that `parseDate` may understand: read later, since it needs the document's time zone. */
interface DateShape extends Described {
  readonly is: 'date';
}
interface ChoiceShape extends Described {
  readonly is: 'choice';
  readonly of: readonly string[];
  /** The issue that another word is. */
  readonly code: IssueCode;
}
interface ListShape extends Described {
  readonly is: 'list';
  readonly of: Shape;
}
interface TextOrShape extends Described {
  readonly is: 'text-or';
  readonly other: Shape;
}
export interface ObjectShape extends Described {
  readonly is: 'object';
  readonly fields: Readonly<Record<string, Shape>>;
  /** The same, to be looked up by names that may be those of `Object.prototype`. */
  readonly byName: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
}
/** A field of an object. */
export interface Field {
  readonly shape: Shape;
  /** Whether any text will do, so that most fields need no closer look. */
  readonly takesText: boolean;
}
interface Described {
  /** What it lets through, in words. */
  readonly accepts: string;
}

/** Shape of a text that matches a pattern; `accepts` says in words which ones do. */
export const textLike = (accepts: string, pattern?: RegExp) => ({ is: 'text', accepts, pattern }) as const;

export const text = textLike('text');
export const name = { is: 'name', accepts: 'text or a number' } as const;
export const flag = { is: 'flag', accepts: 'true or false' } as const;
export const date = { is: 'date', accepts: 'a date' } as const;

/** Shape of a number from `min` to `max`; what lies outside is moved to the nearer of the two. */
export const number = (min: number, max: number) =>
  ({ is: 'number', accepts: `a number from ${min} to ${max}`, min, max }) as const;

/** Shape of one word out of several. */
export const choice = <const Words extends readonly string[]>(of: Words, code: IssueCode) =>
  ({ is: 'choice', accepts: `one of ${of.join(', ')}`, of, code }) as const;

/** Shape of a list. */
export const list = <S extends Shape>(of: S) => ({ is: 'list', accepts: 'a list', of }) as const;

/** Shape of a plain text, or of something else. */
export const textOr = <S extends Shape>(other: S) =>
  ({ is: 'text-or', accepts: `text or ${other.accepts}`, other }) as const;

/** Shape of an object. Fields that are not required may be absent or `null`; unknown fields are let be. */
export const object = <F extends Readonly<Record<string, Shape>>, R extends keyof F & string = never>(
  fields: F,
  ...required: R[]
) =>
  ({
    is: 'object',
    accepts: 'an object',
    fields,
    byName: new Map(
      Object.entries(fields).map(([name, shape]): [string, Field] => [
        name,
        { shape, takesText: takesText(shape) },
      ]),
    ),
    required: required as readonly R[],
  }) as const;

const takesText = (shape: Shape): boolean =>
  shape.is === 'date' ||
  shape.is === 'name' ||
  shape.is === 'text-or' ||
  (shape.is === 'text' && !shape.pattern);

/** The type of what a shape lets through as written; with `never`, of what is left after reading. */
export type Infer<S, Absent = null> = S extends { is: 'text' }
  ? string
  : S extends { is: 'name' }
    ? string | number
    : S extends { is: 'number' }
      ? number
      : S extends { is: 'flag' }
        ? boolean
        : S extends { is: 'date' }
          ? DateInput
          : S extends { is: 'choice'; of: readonly (infer Word)[] }
            ? Word
            : S extends { is: 'list'; of: infer Item }
              ? readonly Infer<Item, Absent>[]
              : S extends { is: 'text-or'; other: infer Other }
                ? string | Infer<Other, Absent>
                : S extends { is: 'object'; fields: infer F; required: readonly (infer R)[] }
                  ? InferFields<F, R, Absent>
                  : never;

type InferFields<F, Required, Absent> = Flat<
  { readonly [K in keyof F as K extends Required ? K : never]: Infer<F[K], Absent> } & {
    readonly [K in keyof F as K extends Required ? never : K]?: Infer<F[K], Absent> | Absent;
  }
>;

type Flat<T> = { [K in keyof T]: T[K] };
