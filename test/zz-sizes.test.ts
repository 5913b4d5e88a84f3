import { it } from 'vitest';
import { shortVideo, treeOf } from './short-video/tree.ts';
import { allEdits } from './merge/sample.ts';
import { changedLines } from './merge/changes.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
it('x',()=>{
const base=treeOf(shortVideo); let out='';
for(const e of allEdits(shortVideo)){ if(!/^(fyp-service|team feed|severity P2|stack|account|search|gift)/.test(e.name)&&e.kind!=='a service removed')continue; const t=treeOf(e.apply(shortVideo)); const c=changedLines(base,t,mkdtempSync('/tmp/sz-')); const s=[...c.values()].reduce((a,b)=>a+b,0); out+=[e.name,c.size,'files',s,'lines', [...c].map(([p,n])=>p.replace('short-video/','')+':'+n).join(' ')].join(' ')+'\n';}
writeFileSync('/tmp/sizes.log',out);
},100000);
