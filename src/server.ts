export { render, type RenderInput, type RenderOptions } from './html/render.js';
