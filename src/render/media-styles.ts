import { css } from 'lit';

/** Media of an event, in the room that is theirs before they are there. */
export const mediaStyles = css`
  .medium {
    margin: var(--_space) 0 calc(var(--_space) * 3.5);
    font-size: var(--_control-size);
    line-height: 1.4;
  }
  /* What has the focus is the medium, and not all of the line that it stands in. */
  .medium:focus-visible {
    outline: none;
  }
  .medium:focus-visible > :first-child {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .medium > p:first-child {
    width: fit-content;
  }
  .medium .frame {
    background: color-mix(in srgb, var(--_ink) 4%, transparent);
  }
  .medium :is(img, video, iframe) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    object-fit: contain;
  }
  .medium audio {
    display: block;
    inline-size: min(100%, 30rem);
  }
  .medium .calm {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    align-items: center;
    justify-content: center;
    min-block-size: 5rem;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_hairline);
    color: var(--_muted);
    text-align: center;
    overflow: auto;
  }
  .medium .calm button {
    min-block-size: 44px;
    color: var(--_ink);
  }
  .medium .poster {
    position: relative;
  }
  .medium .poster button {
    position: absolute;
    inset-block-end: 0.75rem;
    inset-inline-start: 0.75rem;
    min-block-size: 44px;
    padding-inline: calc(var(--_space) * 3);
    background: var(--_paper);
    color: var(--_ink);
  }
  .medium .poster button::before {
    content: '▶\FE0E ' / '';
  }
  .medium figcaption {
    max-inline-size: 58ch;
    margin-block-start: var(--_space);
  }
  .medium .credit {
    color: var(--_muted);
  }
  .medium .credit:not(:first-child)::before {
    content: ' ';
  }
  @media print {
    .medium :is(button, video, audio, iframe) {
      display: none;
    }
  }
`;
