//! For light terminals: tints of paper, on which the front and what fell today are the darkest things.

use super::{Palette, PartyTones, tone};

pub(in crate::ui::theme) const LIGHT: Palette = Palette {
    faint: tone(0x0062_6872, 242),
    strong: tone(0x0010_1216, 16),
    rule: tone(0x00b4_b8be, 249),
    border: tone(0x0084_8d99, 245),
    outline: tone(0x003a_3f48, 238),
    neighbour: tone(0x00b4_bac2, 250),
    front: tone(0x00ae_1a2f, 124),
    front_today: tone(0x0070_0016, 88),
    party: [
        PartyTones {
            ink: tone(0x000b_4f94, 25),
            pocket: tone(0x003f_78b0, 67),
            fill: tone(0x0090_b4d8, 110),
            ground: tone(0x00df_eaf6, 189),
            ground_today: tone(0x00c0_d9f1, 153),
        },
        PartyTones {
            ink: tone(0x008c_4100, 94),
            pocket: tone(0x00a8_6a30, 130),
            fill: tone(0x00c4_9a6c, 179),
            ground: tone(0x00f6_e6d2, 230),
            ground_today: tone(0x00f2_c794, 223),
        },
        PartyTones {
            ink: tone(0x0026_661c, 28),
            pocket: tone(0x0048_8840, 65),
            fill: tone(0x007f_b070, 108),
            ground: tone(0x00df_efd7, 194),
            ground_today: tone(0x00b4_dea5, 157),
        },
        PartyTones {
            ink: tone(0x007c_1f80, 90),
            pocket: tone(0x0098_5a9c, 97),
            fill: tone(0x00b8_80bc, 139),
            ground: tone(0x00f2_e0f3, 255),
            ground_today: tone(0x00ea_c8ed, 225),
        },
    ],
    contested: tone(0x009a_0a1c, 88),
    disputed: tone(0x0064_4600, 52),
    disputed_fill: tone(0x009d_978b, 245),
    disputed_ground: tone(0x00e7_e5e1, 253),
    today: tone(0x0010_1216, 16),
    seat: tone(0x0005_356a, 19),
    label: tone(0x0024_282e, 235),
    river: tone(0x0058_93bd, 67),
    road: tone(0x0096_8b7a, 101),
    relief: tone(0x009a_9da3, 247),
    bar: tone(0x008c_6628, 94),
    national: tone(0x004a_528c, 60),
    selected: [tone(0x00ff_ffff, 231), tone(0x000b_4f94, 25)],
    playhead: [tone(0x0010_1216, 16), tone(0x00b4_d2f0, 153), tone(0x00e8_f0f8, 255)],
    relief_parts: 17,
};
