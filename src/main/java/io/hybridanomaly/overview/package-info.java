/** Many judged series on one screen: a row each, the worst first, and what they share in time. */
@NullMarked
package io.hybridanomaly.overview;

import org.jspecify.annotations.NullMarked;
