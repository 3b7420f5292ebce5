/** Starting, watching and cancelling a detection. */
@NullMarked
package io.hybridanomaly.ui.run;

import org.jspecify.annotations.NullMarked;
