import { mount } from 'svelte';
import 'timeline-view';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
