import fc from 'fast-check';

/** A text in which one of the bits takes the place of a few characters, some times over. */
export function damagedText(
  text: string,
  bits: readonly string[],
  most: { readonly edits: number; readonly cut: number },
): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.nat(text.length), fc.nat(most.cut), fc.constantFrom(...bits));
  return fc
    .array(edit, { minLength: 1, maxLength: most.edits })
    .map(edits =>
      edits.reduce((damaged, [at, cut, bit]) => damaged.slice(0, at) + bit + damaged.slice(at + cut), text),
    );
}
