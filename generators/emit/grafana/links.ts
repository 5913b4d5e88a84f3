import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import type { DashboardLink, DashboardMenu, PanelLink } from '../../model/dashboard.ts';
import { literalText } from './literal-text.ts';

/** A link of a panel or a cell. The SDK has only the dashboard's links for it, seven fields of which Grafana ignores here. */
export interface DataLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank?: boolean;
}

/** A link in a panel's corner or behind a cell. */
export function dataLink({ title, url, newTab }: PanelLink): DataLink {
  return { title: literalText(title), url, ...(newTab === true && { targetBlank: true }) };
}

/** A link in the head of the dashboard. */
export function dashboardLink(link: DashboardLink): DashboardLinkBuilder {
  return new DashboardLinkBuilder(literalText(link.title))
    .type(DashboardLinkType.Link)
    .icon('external link')
    .url(link.url)
    .keepTime(link.keepTime)
    .includeVars(link.keepVariables === true)
    .targetBlank(link.newTab === true);
}

/** A list in the head of the dashboard that Grafana fills with the dashboards of all the tags. */
export function dashboardMenu({ title, tags, keepTime }: DashboardMenu): DashboardLinkBuilder {
  return new DashboardLinkBuilder(literalText(title))
    .type(DashboardLinkType.Dashboards)
    .icon('external link')
    .tags([...tags])
    .asDropdown(true)
    .keepTime(keepTime);
}
