// node --conditions=source --import ./run-typescript.mjs <script>
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
