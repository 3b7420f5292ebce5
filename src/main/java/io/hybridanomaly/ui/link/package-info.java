/** Links that open a result again. */
@NullMarked
package io.hybridanomaly.ui.link;

import org.jspecify.annotations.NullMarked;
