export { listKeys } from '../controllers/key-list.js';
export { keyHelpTemplate, styles } from '../render/help-part.js';
