/// The anime catalogue: read from the Kaggle CSV files, kept as Parquet. Start at [CatalogueCsv] and [CatalogueFile].
/// It must not know ratings, models or the stages that use it.
@NullMarked
package io.osusume.catalog;

import org.jspecify.annotations.NullMarked;
