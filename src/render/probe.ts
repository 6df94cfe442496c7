/** What fonts are known by: letters, figures, a ligature. Of other scripts each would ask for a font that few texts need. */
export const PROBE = 'Hamburgefonstiv 0123456789 fi';
