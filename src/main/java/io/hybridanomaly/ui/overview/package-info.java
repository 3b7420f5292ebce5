/** Many series at a glance. */
@NullMarked
package io.hybridanomaly.ui.overview;

import org.jspecify.annotations.NullMarked;
