import './withoutEval.ts';
import { h, render } from 'preact';
import { connectLianpu } from '../sdk/connectLianpu.ts';
import { App } from './app/App.ts';

const root = document.getElementById('page');
if (root !== null) render(h(App, { lianpu: connectLianpu({ url: location.origin, timeout: 20_000 }) }), root);
