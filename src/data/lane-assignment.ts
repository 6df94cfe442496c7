/** Which lanes the events of a table stand in: those that their records name, or others that are made of one of their fields. */
export interface LaneAssignment {
  /** How many lists of lanes there may be. */
  readonly places: number;
  /** Whether every event stands in one lane. */
  readonly areSingle: boolean;
  /** The place of the list of the event of a row. */
  place(row: number): number;
  /** The ids of the lanes at a place. */
  list(place: number): readonly string[];
}
