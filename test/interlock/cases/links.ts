import { existingRunbook } from '../../../generators/language/index.ts';
import type { Compiled } from '../../../generators/model/observables.ts';
import { changed, compiled, webBoard, withAlert, withBoard, withPanels } from '../fixture.ts';
import { casesOf } from './case.ts';

const linking = (url: string) => () => withBoard(() => ({ links: [{ title: 'There', url, keepTime: false }] }));
const annotated = (url: string) => () =>
  withAlert('web/slow', (one) => ({ ...one, rule: { ...one.rule, annotations: { link: url } } }));
const panelLinking = (url: string) => () =>
  withPanels({ kind: 'text', key: 'text', title: 'Text', width: 8, height: 4, markdown: `[there](${url})` });

function withoutHome(): Compiled {
  const base = compiled();
  return changed(base, { dashboards: [webBoard(base)] });
}

export const linkCases = [
  ...casesOf(
    'link/unknown-dashboard',
    {
      given: 'a link of a dashboard',
      compiled: linking('/d/prod-wbe'),
      want: 'the dashboard prod-web links to the dashboard prod-wbe, which is not emitted; did you mean `prod-web`?',
    },
    {
      given: 'a whole address in our Grafana',
      compiled: linking('https://grafana.example.org/d/gone/title?from=now-1h'),
      want: 'links to the dashboard gone',
    },
    {
      given: 'a link in a text panel',
      compiled: panelLinking('/d/gone'),
      want: 'the panel "Text" of prod-web links to the dashboard gone',
    },
    { given: 'a board that is left out', compiled: withoutHome, want: 'links to the dashboard prod-home' },
    {
      given: 'an annotation of an alert',
      compiled: annotated('https://grafana.example.org/d/gone?viewPanel=1'),
      want: 'WebSlow links to the dashboard gone',
      at: 'alerts.slow',
    },
    {
      given: 'a panel that is not on the dashboard',
      compiled: annotated('https://grafana.example.org/d/prod-web?viewPanel=1'),
      want: 'WebSlow links to the panel 1 of prod-web',
      at: 'alerts.slow',
    },
  ),
  ...casesOf(
    'link/unknown-page',
    {
      given: 'a page that is not written',
      compiled: annotated('https://runbooks.example.org/web/web-dwon'),
      want: 'WebSlow links to the page web/web-dwon, which is not written; did you mean `web/web-down`?',
      at: 'alerts.slow',
    },
    {
      given: 'an anchor that is not on the page',
      compiled: annotated('https://runbooks.example.org/web/web-down#webfast'),
      want: 'links to #webfast on the page web/web-down',
      at: 'alerts.slow',
    },
    {
      given: 'the pages of another unit',
      compiled: linking('https://runbooks.example.org/mail/'),
      want: 'links to the page mail/',
    },
  ),
];

/** A page that others keep beside ours. */
export const kept = existingRunbook({
  id: 'kept',
  title: 'Kept elsewhere',
  url: 'https://runbooks.example.org/wiki/web',
});
