import 'timeline-view';
import './app.js';
