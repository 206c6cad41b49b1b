import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { geoMercator, geoPath } from 'd3-geo';
import { projectRoot } from '#platform/root.server.ts';

/** Which outlines are drawn: communes since 01/07/2025, districts as of a day of each year before. */
export type Layer = 'communes-2025' | 'districts-2025' | 'districts-2024';

export const LAYERS: readonly Layer[] = ['communes-2025', 'districts-2025', 'districts-2024'];

interface Properties {
  readonly code: string;
  readonly name: string;
  /** Code of the province; provinces have none. */
  readonly province?: string;
}

type Ring = [number, number][];
type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] };

interface Outline {
  readonly type: 'Feature';
  readonly properties: Properties;
  readonly geometry: Geometry;
}

interface Outlines {
  readonly type: 'FeatureCollection';
  readonly features: Outline[];
}

/** An area as it is drawn, in units of the picture. */
export interface DrawnArea {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly d: string;
  readonly centre: readonly [number, number];
  /** Width of its box: whether words find room. */
  readonly width: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly DrawnArea[];
  /** The outlines of the provinces, over the areas. */
  readonly edges: readonly DrawnArea[];
}

const WIDTH = 640;
const HEIGHT_MAX = 860;
const MARGIN = 8;

/** Read once: the files never change while the product runs. */
const read = new Map<string, Promise<Outlines>>();

async function outlines(name: string): Promise<Outlines> {
  const known = read.get(name);
  if (known) return await known;
  const reading = readFile(path.join(projectRoot(), 'seed', 'places', 'maps', `${name}.geojson`), 'utf8').then((text) =>
    turned(JSON.parse(text) as Outlines),
  );
  read.set(name, reading);
  return await reading;
}

/** The files wind outer rings as RFC 7946 says; on a sphere that is everything but the area, so each ring is reversed. */
function turned(collection: Outlines): Outlines {
  const back = (rings: Ring[]) => rings.map((ring) => ring.toReversed());
  return {
    ...collection,
    features: collection.features.map(({ geometry, ...feature }) => ({
      ...feature,
      geometry:
        geometry.type === 'Polygon'
          ? { ...geometry, coordinates: back(geometry.coordinates) }
          : { ...geometry, coordinates: geometry.coordinates.map(back) },
    })),
  };
}

/** Draws a layer, whole or one province of it, into a picture of fixed width. */
export async function draw(layer: Layer, provinceCode: string | null): Promise<Drawing> {
  const provinces = await outlines(provincesOf(layer));
  const all = await outlines(layer);
  const features = all.features.filter(
    ({ properties }) => provinceCode === null || properties.province === provinceCode,
  );
  const shown: Outlines = { type: 'FeatureCollection', features };
  const projection = geoMercator().fitWidth(WIDTH - 2 * MARGIN, shown);
  const height = Math.min(HEIGHT_MAX, heightOf(geoPath(projection).bounds(shown)) + 2 * MARGIN);
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, height - MARGIN],
    ],
    shown,
  );
  const pen = geoPath(projection).digits(1);
  const drawn = (feature: Outline): DrawnArea => {
    const [[left], [right]] = pen.bounds(feature);
    const { code, name, province } = feature.properties;
    return {
      code,
      name,
      provinceCode: province ?? code,
      d: pen(feature) ?? '',
      centre: pen.centroid(feature),
      width: right - left,
    };
  };
  const edges = provinces.features.filter(
    ({ properties }) => provinceCode === null || properties.code === provinceCode,
  );
  return { width: WIDTH, height: Math.round(height), areas: features.map(drawn), edges: edges.map(drawn) };
}

function provincesOf(layer: Layer): string {
  return layer === 'communes-2025' ? 'provinces-2025' : 'provinces-2024';
}

function heightOf([[, top], [, bottom]]: [[number, number], [number, number]]): number {
  return bottom - top;
}
