/** The stacks that `make build` compiles: one tree under `out/` each. */
import { production } from './short-video/stack.ts';

export default [production];
