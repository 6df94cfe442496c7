/** The least width and height of what a pointer is to hit, in px (WCAG 2.2, 2.5.8). */
export const TARGET = 24;
