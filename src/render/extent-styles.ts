import { css } from 'lit';

/** How much room the element takes where the page leaves that to it, and how it shares out a height that the page gives. */
export const extentStyles = css`
  /* As wide as a line of these, which breaks wherever there is less room: where an element is as wide as what it holds. */
  .root::before {
    content: '. . . . . .';
    display: block;
    overflow: hidden;
    visibility: hidden;
    height: 0;
    font-size: 1rem;
    word-spacing: 12rem;
    white-space: normal;
  }
  /* Only of a height that is given is there a percentage. */
  .given {
    float: inline-start;
    width: 0;
    height: 100%;
  }
  @media screen {
    /* A column scrolls in itself: see its own styles. */
    .given.definite + .root:not(.down) {
      --_extent: 100%;
      overflow-y: auto;
      block-size: 100%;
    }
    .given.definite + .root:not(.down) > section {
      display: flex;
      flex-direction: column;
      block-size: var(--_extent);
    }
    /* What it holds shares the room with what is around it. */
    .given.definite + .root:not(.down) > section > .view {
      display: contents;
    }
    .given.definite + .root:not(.down) .view > .picture {
      display: flex;
      flex: 1 1 var(--_height);
      min-height: 9rem;
    }
    .given.definite + .root:not(.down) .stage {
      flex: 1;
      min-width: 0;
      height: auto;
    }
    /* With its margins. */
    .given.definite + .root:not(.down) .opened {
      display: flow-root;
    }
  }
`;
