/** Takes up properties that are not Lit's and were set before the class of an element was known. */
export function takeUp<T extends object>(element: T, ...names: readonly (keyof T)[]): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete (element as Partial<T>)[name];
    Object.assign(element, { [name]: value });
  }
}
