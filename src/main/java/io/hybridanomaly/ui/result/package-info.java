/** Charts, anomalies and the summary of a result. */
@NullMarked
package io.hybridanomaly.ui.result;

import org.jspecify.annotations.NullMarked;
