/** Where what is below the line of an axis lies, in px from there. */
export interface AxisRows {
  /** Tops of the texts of units, and of the larger units under them. */
  readonly unit: number;
  readonly larger: number;
  /** Where the line of a larger unit begins, if the text of a unit stands in its way. */
  readonly below: number;
  /** How far the lines of larger units reach. */
  readonly largerLine: number;
  readonly height: number;
}

/** How far those of units reach. */
export const UNIT_LINE = 6;

/** The usual size of the texts of an axis, in px. */
export const AXIS_TEXT = 12;

/** Where the two rows of texts of such a size lie. The styles count on the same height, as `--_axis`. */
export function axisRows(textSize: number): AxisRows {
  const ems = (twelfths: number): number => Math.round((twelfths / 12) * textSize);
  const unit = 8;
  return {
    unit,
    larger: unit + ems(17),
    below: unit + ems(14),
    largerLine: unit + ems(28),
    height: 20 + ems(28),
  };
}
