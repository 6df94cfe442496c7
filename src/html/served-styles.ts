/**
 * The look of a shadow root that a server has written, in which the page's own HTML is read. Where a script may come and there is room for
 * the picture, it has the height of that with the lines around it, and keeps it: what comes moves nothing. Elsewhere it has what it needs.
 * Those lines wrap on narrower windows.
 */
export const SERVED_STYLES = `:host { display: block }
:host([hidden]) { display: none }
@media screen and (scripting: enabled) { :host { min-height: 100svh } }
@media screen and (scripting: enabled) and (width >= 32rem) {
  :host { min-height: calc(var(--timeline-height, 30rem) + max(16rem, 34rem - 22vw)) }
  :host(:not(:defined)) { height: calc(var(--timeline-height, 30rem) + max(16rem, 34rem - 22vw)); overflow: auto }
}
`;
