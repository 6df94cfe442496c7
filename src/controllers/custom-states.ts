import type { DataState } from './data-state.js';

/** Shows in the custom states of an element how its data stand. */
export function showStates({ states }: ElementInternals, data: DataState, isEmpty: boolean): void {
  const { loading, failure } = data;
  const now = { loading, error: failure !== null, empty: isEmpty && !loading };
  for (const [name, on] of Object.entries(now)) {
    if (on) states.add(name);
    else states.delete(name);
  }
}
