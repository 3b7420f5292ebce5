/** What a visitor takes away: annotated CSV, JSON, pictures and the report. */
@NullMarked
package io.hybridanomaly.ui.report;

import org.jspecify.annotations.NullMarked;
