export { announce } from './commands/announce.ts';
export { identifySite } from './commands/identify-site.ts';
export { publishArticle } from './commands/publish-article.ts';
export { kept } from './kept.ts';
export type { Article, ArticleBlock, ArticleCard, SiteIdentity } from './model.ts';
export { listNews } from './queries.ts';
export type { ArticleDraft, ConferenceFacts } from './template/conference-article.ts';
export { conferenceArticle } from './template/conference-article.ts';
