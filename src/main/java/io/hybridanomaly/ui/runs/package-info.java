/** The runs of this visit, side by side. */
@NullMarked
package io.hybridanomaly.ui.runs;

import org.jspecify.annotations.NullMarked;
