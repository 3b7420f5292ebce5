/** What users take away: the annotated CSV and the report. Writes to streams, knows no page. */
@NullMarked
package io.hybridanomaly.export;

import org.jspecify.annotations.NullMarked;
