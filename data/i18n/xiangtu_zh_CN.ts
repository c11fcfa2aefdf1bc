<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountForm</name>
    <message>
        <source>These were two different PINs.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>没有做任何变更：%1</translation>
    </message>
    <message>
        <source>The first administrator</source>
        <translation>第一位管理员</translation>
    </message>
    <message>
        <source>A new account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Role and scope of %1</source>
        <translation>%1 的角色和范围</translation>
    </message>
    <message>
        <source>A new PIN for %1</source>
        <translation>给 %1 换密码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>May write below these units (codes; * = everywhere)</source>
        <translation>可以修改哪些单元及其下级（填代码；* 表示全部）</translation>
    </message>
    <message>
        <source>Codes, with commas between</source>
        <translation>代码，用逗号隔开</translation>
    </message>
    <message>
        <source>Add a township</source>
        <translation>添加镇街</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New PIN, 6 to 12 digits</source>
        <translation>新密码，6 到 12 位数字</translation>
    </message>
    <message>
        <source>The PIN once more</source>
        <translation>再输入一次密码</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AccountLine</name>
    <message>
        <source>%1 (disabled)</source>
        <translation>%1（已停用）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Role and scope</source>
        <translation>角色和范围</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>换密码</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Somebody else signs in</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>业务员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Sets classes, keeps records and photos.</source>
        <translation>定级，登记台账和照片。</translation>
    </message>
    <message>
        <source>Looks, and takes the steps of matters that are a leader&apos;s.</source>
        <translation>查看，并办理应由领导办理的步骤。</translation>
    </message>
    <message>
        <source>Also changes borders, names and Party organisations, and imports.</source>
        <translation>还可以修改边界、名称和党组织，并导入数据。</translation>
    </message>
    <message>
        <source>Also keeps registers and accounts; works in the whole file.</source>
        <translation>还可以管理台账目录和账号；范围是整个文件。</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>密码不对。请等 %1 秒。</translation>
    </message>
    <message>
        <source>Wrong PIN. Tries left before a wait: %1</source>
        <translation>密码不对。再错 %1 次就要等待。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Please wait %1 s.</source>
        <translation>密码错得太多。请等 %1 秒。</translation>
    </message>
    <message>
        <source>This account is disabled.</source>
        <translation>这个账号已停用。</translation>
    </message>
    <message>
        <source>The PIN of this account was changed by another program and does not count. Ask the administrator.</source>
        <translation>这个账号的密码被别的程序改过，不算数。请找管理员。</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>没有这个账号。</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits, not all alike and not in a row.</source>
        <translation>密码是 6 到 12 位数字，不能全相同，也不能连号。</translation>
    </message>
    <message>
        <source>This is the last administrator: somebody must be able to keep the accounts.</source>
        <translation>这是最后一位管理员：总要有人能管理账号。</translation>
    </message>
    <message>
        <source>Please give a name that no other account has.</source>
        <translation>请填写一个没有用过的姓名。</translation>
    </message>
    <message>
        <source>Please say where the account may write. An administrator works in the whole file.</source>
        <translation>请填写这个账号可以修改的范围。管理员的范围是整个文件。</translation>
    </message>
    <message>
        <source>The first account must be an administrator&apos;s.</source>
        <translation>第一个账号必须是管理员。</translation>
    </message>
    <message>
        <source>The account is like that already.</source>
        <translation>账号已经是这样。</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Only who signs in changes this file, by role and scope. Who holds the file can read it without signing in.</source>
        <translation>登录后才能修改这个文件，能改什么看角色和范围。拿到文件的人不登录也能查看。</translation>
    </message>
    <message>
        <source>This file has no accounts: whoever holds it can change all of it. With the first administrator that ends: then everybody signs in before changing something. Keep the PIN: nobody can look it up.</source>
        <translation>这个文件没有账号：谁拿到都能改。设了第一位管理员以后，修改之前都要登录。请记住密码：谁也查不出来。</translation>
    </message>
    <message>
        <source>A new account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Set up the first administrator</source>
        <translation>设立第一位管理员</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AnswerExport</name>
    <message>
        <source>Save with shapes (GeoJSON)</source>
        <translation>连同图形保存（GeoJSON）</translation>
    </message>
    <message>
        <source>Save the map as a picture (PNG)</source>
        <translation>把地图存为图片（PNG）</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson)</source>
        <translation>GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save for printing (PDF)</source>
        <translation>存为可打印的文档（PDF）</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>More formats…</source>
        <translation>更多格式…</translation>
    </message>
</context>
<context>
    <name>AnswerHead</name>
    <message>
        <source>Ask</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Line by line: tap one to go there</source>
        <translation>逐条列出，点一下去看</translation>
    </message>
    <message>
        <source>Nothing to list.</source>
        <translation>没有可列的。</translation>
    </message>
    <message>
        <source>Back to where they were proposed</source>
        <translation>放回建议的位置</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
</context>
<context>
    <name>AnswerLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>AnswerSummary</name>
    <message>
        <source>By</source>
        <translation>汇总到</translation>
    </message>
    <message>
        <source>Sums by units of this level</source>
        <translation>按这一层级汇总</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 个</translation>
    </message>
</context>
<context>
    <name>AnswerTexts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1 · %2 households</source>
        <translation>%1 · %2 户</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Measuring distances…</source>
        <translation>正在量距离…</translation>
    </message>
    <message>
        <source>Preparing outlines…</source>
        <translation>正在准备轮廓…</translation>
    </message>
    <message>
        <source>Measuring land…</source>
        <translation>正在量地块…</translation>
    </message>
    <message>
        <source>Measuring areas…</source>
        <translation>正在量面积…</translation>
    </message>
    <message>
        <source>Trying places…</source>
        <translation>正在试各处选点…</translation>
    </message>
    <message>
        <source>Checking conditions…</source>
        <translation>正在核对条件…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>AttachmentTiles</name>
    <message>
        <source>Photo %1</source>
        <translation>照片 %1</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>文件中没有</translation>
    </message>
</context>
<context>
    <name>BoardCard</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Board · %1</source>
        <translation>看板 · %1</translation>
    </message>
    <message>
        <source>Choose a unit on the map to see its figures</source>
        <translation>在地图上点选单元，看它的数据</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>与 %1 对比</translation>
    </message>
    <message>
        <source>Whole county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation>问题 %1</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>BoardTexts</name>
    <message>
        <source>All figures</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
</context>
<context>
    <name>BorderCard</name>
    <message>
        <source>Split %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Draw the border of %1 anew</source>
        <translation>重画 %1 的边界</translation>
    </message>
    <message>
        <source>Move the border of %1</source>
        <translation>移动 %1 的界点</translation>
    </message>
    <message>
        <source>Draw a line across the unit, from border to border.</source>
        <translation>画一条横穿该单元的线，从边界到边界。</translation>
    </message>
    <message>
        <source>Draw how the border is to run, from border to border.</source>
        <translation>画出新的边界走向，从边界到边界。</translation>
    </message>
    <message>
        <source>Zoom in until the corners stand apart.</source>
        <translation>请放大到界点可以分辨。</translation>
    </message>
    <message>
        <source>Drag a corner; drag a small dot to add one; tap a corner to take it out.</source>
        <translation>拖动界点可移动；拖动小圆点可增加；点按界点可删除。</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>查看位置</translation>
    </message>
    <message>
        <source>Name of the new unit</source>
        <translation>新单元名称</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>变更原因（可不填）</translation>
    </message>
    <message>
        <source>Holds from (YYYY-MM-DD), today if empty</source>
        <translation>生效日期（年-月-日），不填为今日</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>恢复原位</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the units below whole</source>
        <translation>下级单元不切开</translation>
    </message>
    <message>
        <source>Corners are added on the borders of %1 more; their areas stay.</source>
        <translation>另有 %1 个单元的边界只增加界点，面积不变。</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>合并为一个</translation>
    </message>
    <message>
        <source>Hand over land of %1</source>
        <translation>把%1的地块划出</translation>
    </message>
    <message>
        <source>Fit %1 into the unit above</source>
        <translation>把%1贴合到上级边界</translation>
    </message>
    <message>
        <source>Which unit gets the land? Tap it on the map, or choose it here.</source>
        <translation>地块划给哪个单元？在地图上点它，或在这里选。</translation>
    </message>
    <message>
        <source>Draw around the land that goes to %1.</source>
        <translation>把要划给%1的地块圈出来。</translation>
    </message>
    <message>
        <source>Draw the new border from border to border. The smaller piece beside %1 goes over.</source>
        <translation>从边界到边界画出新界线；挨着%1的较小一块划过去。</translation>
    </message>
    <message>
        <source>Borders that miss those of the unit above by no more than this follow them.</source>
        <translation>与上级边界相差不超过这个距离的，贴到上级边界上。</translation>
    </message>
    <message>
        <source>Cut off by a line</source>
        <translation>画线切出</translation>
    </message>
    <message>
        <source>Draw around it</source>
        <translation>圈出</translation>
    </message>
    <message>
        <source>Is it the other piece that goes over? Tap it on the map.</source>
        <translation>要划出的是另一块？在地图上点它。</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>What moves with the land</source>
        <translation>随地块变动的事项</translation>
    </message>
    <message>
        <source>Corners hold on to lines of the reference layers; with Shift they do not.</source>
        <translation>界点靠近参考图层的线时会吸附上去；按住 Shift 则不吸附。</translation>
    </message>
    <message>
        <source>Holds on to a reference line</source>
        <translation>吸附到参考线</translation>
    </message>
</context>
<context>
    <name>BorderNames</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>BorderWords</name>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>merged away</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>goes to %1</source>
        <translation>划归 %1</translation>
    </message>
    <message>
        <source>gets code %1</source>
        <translation>代码改为 %1</translation>
    </message>
    <message>
        <source>border changes</source>
        <translation>边界变动</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>面积不变</translation>
    </message>
    <message>
        <source>What was drawn cannot be used.</source>
        <translation>所画内容无法使用。</translation>
    </message>
    <message>
        <source>The unit has no border.</source>
        <translation>该单元没有边界。</translation>
    </message>
    <message>
        <source>The borders would stay as they are.</source>
        <translation>边界没有变化。</translation>
    </message>
    <message>
        <source>No corner of a border is near.</source>
        <translation>附近没有界点。</translation>
    </message>
    <message>
        <source>The line crosses itself.</source>
        <translation>所画的线自相交。</translation>
    </message>
    <message>
        <source>The line does not go through the unit.</source>
        <translation>所画的线没有穿过该单元。</translation>
    </message>
    <message>
        <source>The units have no border in common.</source>
        <translation>这些单元没有共同边界。</translation>
    </message>
    <message>
        <source>The corner would be dragged over another border.</source>
        <translation>界点越过了另一条边界。</translation>
    </message>
    <message>
        <source>Several borders meet at this corner: it cannot be taken out.</source>
        <translation>多条边界在此交汇，界点不能删除。</translation>
    </message>
    <message>
        <source>The land would leave the unit above.</source>
        <translation>地块将划出上级单元。</translation>
    </message>
    <message>
        <source>The outermost border would have to move.</source>
        <translation>最外围边界将随之移动。</translation>
    </message>
    <message>
        <source>A unit would lose all its land.</source>
        <translation>某个单元将失去全部地块。</translation>
    </message>
    <message>
        <source>A unit would fall into parts.</source>
        <translation>某个单元将分成几块。</translation>
    </message>
    <message>
        <source>A piece would be too small or too thin.</source>
        <translation>切出的地块过小或过窄。</translation>
    </message>
    <message>
        <source>Borders gap or overlap here; they must be mended first.</source>
        <translation>此处边界有缝隙或重叠，须先修复。</translation>
    </message>
    <message>
        <source>No code is left for the new unit.</source>
        <translation>没有可用的新代码。</translation>
    </message>
    <message>
        <source>Somebody else has the land by now.</source>
        <translation>这块地现已归其他单位。</translation>
    </message>
    <message>
        <source>The line is too intricate.</source>
        <translation>所画的线过于复杂。</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>由 %1 分出</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Let the borders above follow</source>
        <translation>上级边界随之调整</translation>
    </message>
    <message>
        <source>Allow it to fall into parts</source>
        <translation>允许分成几块</translation>
    </message>
    <message>
        <source>Move the outermost border</source>
        <translation>移动最外围边界</translation>
    </message>
    <message>
        <source>Keep the units below whole</source>
        <translation>下级单元不切开</translation>
    </message>
    <message>
        <source>Lengthen the line to the border</source>
        <translation>延长到边界</translation>
    </message>
    <message>
        <source>Move it less far</source>
        <translation>缩短移动距离</translation>
    </message>
    <message>
        <source>Mend it and try again</source>
        <translation>修正后重试</translation>
    </message>
    <message>
        <source>This date does not fit.</source>
        <translation>日期不合适。</translation>
    </message>
    <message>
        <source>This file is open for reading only.</source>
        <translation>本文件以只读方式打开。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的身份不能办理这一步。</translation>
    </message>
    <message>
        <source>A new unit needs a name.</source>
        <translation>请填写新单元的名称。</translation>
    </message>
    <message>
        <source>Somebody else has changed this since. Open the file again to see it.</source>
        <translation>此后已有他人改动。请重新打开文件查看。</translation>
    </message>
    <message>
        <source>It was not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Merge the two instead</source>
        <translation>改为两个合并</translation>
    </message>
    <message>
        <source>First fit the borders into the unit above</source>
        <translation>先贴合到上级边界</translation>
    </message>
</context>
<context>
    <name>CellLine</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>CellTexts</name>
    <message>
        <source>no class</source>
        <translation>未定级</translation>
    </message>
</context>
<context>
    <name>CellsPage</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>“Mine” names %1</source>
        <translation>“我的”按姓名 %1</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Chosen unit</source>
        <translation>所选单元</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>由近及远</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>先到期</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>按颜色</translation>
    </message>
    <message>
        <source>Find a cell</source>
        <translation>查找网格</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>前 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Who are you? Say so in the menu.</source>
        <translation>请先在菜单中填写您的姓名。</translation>
    </message>
    <message>
        <source>No cell here</source>
        <translation>没有符合条件的网格</translation>
    </message>
    <message>
        <source>Mine are the cells of the units for which the register of responsibilities names you.</source>
        <translation>“我的”指包保责任台账中由您负责的单元内的网格。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ChainCard</name>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Is the log as it was written?</source>
        <translation>变更记录有没有被人动过？</translation>
    </message>
    <message>
        <source>Nothing was changed afterwards: %1 lines fit together.</source>
        <translation>记录完整：%1 条环环相扣，事后没有改动。</translation>
    </message>
    <message>
        <source>Line %1 is not as it was written: the log was changed from outside.</source>
        <translation>第 %1 条与当初写下的不符：记录被人从外部改过。</translation>
    </message>
    <message>
        <source>Newest check sum: %1</source>
        <translation>最新校验码：%1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <source>%1 chosen: %2</source>
        <translation>已选 %1 个：%2</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>清除定级</translation>
    </message>
    <message>
        <source>No class (key 0)</source>
        <translation>清除定级（按键 0）</translation>
    </message>
    <message>
        <source>Tap more of them to add or take away, or draw around them.</source>
        <translation>继续点按可增减，也可以圈选。</translation>
    </message>
    <message>
        <source>Put the lasso away</source>
        <translation>收起圈选</translation>
    </message>
    <message>
        <source>Draw around more</source>
        <translation>继续圈选</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>合并为一个</translation>
    </message>
</context>
<context>
    <name>ChosenTexts</name>
    <message>
        <source>%1 households</source>
        <translation>%1 户</translation>
    </message>
</context>
<context>
    <name>ClassHistory</name>
    <message>
        <source>Hide the history</source>
        <translation>收起历史</translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>历史（%1 条）</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>ClassPad</name>
    <message>
        <source>%1: %2 (key %3)</source>
        <translation>%1：%2（按键 %3）</translation>
    </message>
    <message>
        <source>%1 – key %2</source>
        <translation>%1（按键 %2）</translation>
    </message>
</context>
<context>
    <name>CompareBox</name>
    <message>
        <source>No comparison</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>End of last month</source>
        <translation>上月末</translation>
    </message>
    <message>
        <source>End of last quarter</source>
        <translation>上季末</translation>
    </message>
    <message>
        <source>End of last year</source>
        <translation>上年末</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>指定日期…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比日期</translation>
    </message>
    <message>
        <source>Day to compare with</source>
        <translation>用于对比的日期</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>land gained %1</source>
        <translation>增加 %1</translation>
    </message>
    <message>
        <source>land lost %1</source>
        <translation>减少 %1</translation>
    </message>
    <message>
        <source>Earlier day</source>
        <translation>较早日期</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Later day</source>
        <translation>较晚日期</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束比较</translation>
    </message>
    <message>
        <source>Reading the map of %1…</source>
        <translation>正在读取 %1 的地图…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>卷帘</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Choose the earlier day</source>
        <translation>请选择较早的日期</translation>
    </message>
    <message>
        <source>Nothing is different between %1 and %2</source>
        <translation>%1 与%2之间没有变动</translation>
    </message>
    <message>
        <source>The map then shows what is new, gone, moved or of another colour since.</source>
        <translation>地图上会标出此后新设、撤并、边界变动和改了定级的单元。</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>was called %1</source>
        <translation>原名%1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>代码 %1</translation>
    </message>
    <message>
        <source>belongs to %1</source>
        <translation>隶属 %1</translation>
    </message>
    <message>
        <source>households %1</source>
        <translation>户数 %1</translation>
    </message>
</context>
<context>
    <name>ConditionLine</name>
    <message>
        <source>where</source>
        <translation>其中</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>and</source>
        <translation>且</translation>
    </message>
    <message>
        <source>What the condition is about</source>
        <translation>条件说的是什么</translation>
    </message>
    <message>
        <source>Party organisation</source>
        <translation>党组织</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Next to a colour</source>
        <translation>相邻颜色</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Area in mu</source>
        <translation>面积（亩）</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Land on it</source>
        <translation>地块</translation>
    </message>
    <message>
        <source>How it holds</source>
        <translation>怎样算符合</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不多于</translation>
    </message>
    <message>
        <source>within</source>
        <translation>以内</translation>
    </message>
    <message>
        <source>further than</source>
        <translation>以外</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>there is</source>
        <translation>有</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>米数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>m from</source>
        <translation>米，距</translation>
    </message>
    <message>
        <source>Which places</source>
        <translation>哪些地点</translation>
    </message>
    <message>
        <source>Of which kind</source>
        <translation>哪一类</translation>
    </message>
    <message>
        <source>Which colour</source>
        <translation>哪种颜色</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>去掉这个条件</translation>
    </message>
</context>
<context>
    <name>CoverButton</name>
    <message>
        <source>Cover sensitive fields</source>
        <translation>遮住敏感内容</translation>
    </message>
    <message>
        <source>Show sensitive fields</source>
        <translation>显示敏感内容</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Map of %1</source>
        <translation>%1 的地图</translation>
    </message>
    <message>
        <source>Curtain between the two days</source>
        <translation>两个日期之间的卷帘</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>%1: pick a day</source>
        <translation>%1：选日期</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>End of last month</source>
        <translation>上月末</translation>
    </message>
    <message>
        <source>End of last quarter</source>
        <translation>上季度末</translation>
    </message>
    <message>
        <source>End of last year</source>
        <translation>去年末</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <translation>%1 年 %2 月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>二</translation>
    </message>
    <message>
        <source>We</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>日</translation>
    </message>
</context>
<context>
    <name>DeclaredTexts</name>
    <message>
        <source>register “%1”</source>
        <translation>台账“%1”</translation>
    </message>
    <message>
        <source>field “%1” of “%2”</source>
        <translation>台账“%2”的字段“%1”</translation>
    </message>
    <message>
        <source>lifecycle “%1”</source>
        <translation>办理流程“%1”</translation>
    </message>
    <message>
        <source>figure “%1”</source>
        <translation>指标“%1”</translation>
    </message>
    <message>
        <source>rule “%1”</source>
        <translation>规则“%1”</translation>
    </message>
    <message>
        <source>report “%1”</source>
        <translation>报表“%1”</translation>
    </message>
    <message>
        <source>heading “%1”</source>
        <translation>分组“%1”</translation>
    </message>
    <message>
        <source>question “%1”</source>
        <translation>查询“%1”</translation>
    </message>
    <message>
        <source>mechanism “%1”</source>
        <translation>工作机制“%1”</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>新增%1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>修改%1</translation>
    </message>
    <message>
        <source>renamed: %1, before “%2”</source>
        <translation>%1改名（原“%2”）</translation>
    </message>
    <message>
        <source>no longer asked for: %1</source>
        <translation>停用%1</translation>
    </message>
    <message>
        <source>asked for again: %1</source>
        <translation>恢复%1</translation>
    </message>
    <message>
        <source>taken out: %1</source>
        <translation>去掉%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Registers and figures: %1</source>
        <translation>台账与指标设置：%1</translation>
    </message>
    <message>
        <source>Registers and figures: %1, and %2 more</source>
        <translation>台账与指标设置：%1，另有 %2 项</translation>
    </message>
</context>
<context>
    <name>DetailsTexts</name>
    <message>
        <source>Area on the map</source>
        <translation>图上面积</translation>
    </message>
    <message>
        <source>Length on the map</source>
        <translation>图上长度</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>DifferenceRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Bring it back…</source>
        <translation>恢复…</translation>
    </message>
</context>
<context>
    <name>DossierBorder</name>
    <message>
        <source>Border</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Move corners</source>
        <translation>移动界点</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Hand land over</source>
        <translation>划出地块</translation>
    </message>
    <message>
        <source>Fit into the unit above</source>
        <translation>贴合上级</translation>
    </message>
</context>
<context>
    <name>DossierClass</name>
    <message>
        <source>No class yet</source>
        <translation>尚未定级</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>清除定级</translation>
    </message>
    <message>
        <source>No class (key 0)</source>
        <translation>清除定级（按键 0）</translation>
    </message>
    <message>
        <source>Take the class away – key 0</source>
        <translation>取消该单元的定级（按键 0）</translation>
    </message>
    <message>
        <source>since %1 · by %2</source>
        <translation>自 %1 起 · %2</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>随 %1</translation>
    </message>
</context>
<context>
    <name>DossierCrumbs</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>DossierFacts</name>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>DossierLying</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Add to %1 here</source>
        <translation>在此处添加：%1</translation>
    </message>
    <message>
        <source>Add a record here…</source>
        <translation>在此处添加记录…</translation>
    </message>
</context>
<context>
    <name>DossierPanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
</context>
<context>
    <name>DossierPast</name>
    <message>
        <source>Bring back to how it was on %1</source>
        <translation>恢复到 %1 的样子</translation>
    </message>
</context>
<context>
    <name>DossierResponsible</name>
    <message>
        <source>Who answers for it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>and for %1 other units</source>
        <translation>另负责 %1 个单元</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 人</translation>
    </message>
    <message>
        <source>Lines to these units on the map</source>
        <translation>在地图上画责任连线</translation>
    </message>
</context>
<context>
    <name>DossierServing</name>
    <message>
        <source>Party organisations serving it</source>
        <translation>服务本单元的党组织</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Change organisations…</source>
        <translation>组织变更…</translation>
    </message>
</context>
<context>
    <name>DossierShares</name>
    <message>
        <source>Classes below it</source>
        <translation>下级定级构成</translation>
    </message>
    <message>
        <source>Served by a Party organisation</source>
        <translation>党组织覆盖</translation>
    </message>
</context>
<context>
    <name>DossierTexts</name>
    <message>
        <source>not recorded</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>%1 households</source>
        <translation>%1 户</translation>
    </message>
    <message>
        <source>added up from the units below</source>
        <translation>由下级单元汇总</translation>
    </message>
    <message>
        <source>no boundary recorded</source>
        <translation>没有边界</translation>
    </message>
</context>
<context>
    <name>DossierTimeline</name>
    <message>
        <source>Hide the life of the unit</source>
        <translation>收起沿革</translation>
    </message>
    <message>
        <source>Life of the unit</source>
        <translation>沿革</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Bring the unit back to how it was on %1</source>
        <translation>恢复到 %1 的样子</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 条</translation>
    </message>
</context>
<context>
    <name>DossierWords</name>
    <message>
        <source>No %1 yet</source>
        <translation>尚无%1</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Class taken away</source>
        <translation>取消定级</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 件超期</translation>
    </message>
    <message>
        <source>%1 due soon</source>
        <translation>%1 件临期</translation>
    </message>
</context>
<context>
    <name>DrawCard</name>
    <message>
        <source>Tap the place</source>
        <translation>请点选位置</translation>
    </message>
    <message>
        <source>Tap the corners one after another</source>
        <translation>请依次点选各个拐点</translation>
    </message>
    <message>
        <source>%1 · double tap or Enter ends</source>
        <translation>%1 · 双击或回车结束</translation>
    </message>
    <message>
        <source>Take the last point back</source>
        <translation>退回一点</translation>
    </message>
    <message>
        <source>Done (Enter)</source>
        <translation>完成（回车）</translation>
    </message>
    <message>
        <source>Stop drawing (Esc)</source>
        <translation>停止绘制（Esc）</translation>
    </message>
    <message>
        <source>Holds on to a corner of a border</source>
        <translation>吸附到边界的角点</translation>
    </message>
    <message>
        <source>Holds on to a border</source>
        <translation>吸附到边界</translation>
    </message>
    <message>
        <source>Holds on to a reference line</source>
        <translation>吸附到参考线</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>EditorField</name>
    <message>
        <source>Name of the field</source>
        <translation>字段名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Register it points to</source>
        <translation>指向的台账</translation>
    </message>
    <message>
        <source>Register…</source>
        <translation>台账…</translation>
    </message>
    <message>
        <source>One up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>One down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Ask for it again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>No longer ask for it; its values stay</source>
        <translation>停用，已有数据保留</translation>
    </message>
    <message>
        <source>Take the field away</source>
        <translation>删除字段</translation>
    </message>
    <message>
        <source>Choices, with 、 between them</source>
        <translation>选项，用顿号分隔</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>敏感（遮盖）</translation>
    </message>
    <message>
        <source>no longer asked for</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Level of the unit</source>
        <translation>单位层级</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Limits, default, formula…</source>
        <translation>范围、默认值、公式…</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Computed, never entered: a formula, for example trees * 12</source>
        <translation>自动计算、不用填写：写公式，如 trees * 12</translation>
    </message>
    <message>
        <source>In a formula: %1</source>
        <translation>公式里的字段名：%1</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>New register</source>
        <translation>新建台账</translation>
    </message>
    <message>
        <source>Fields of “%1”</source>
        <translation>“%1”的字段</translation>
    </message>
    <message>
        <source>Records keep what they have; the file is copied beside itself first.</source>
        <translation>已有记录不丢；保存前先在文件旁备份。</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name in English (may stay empty)</source>
        <translation>英文名称（可不填）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>落在</translation>
    </message>
    <message>
        <source>Level of the unit</source>
        <translation>单元层级</translation>
    </message>
    <message>
        <source>Steps it goes through</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>Count and report it on the board</source>
        <translation>在看板上统计并出表</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Only planners and administrators may change registers.</source>
        <translation>只有业务员和管理员可以更改台账。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>EditorTexts</name>
    <message>
        <source>Any level</source>
        <translation>任意层级</translation>
    </message>
    <message>
        <source>No steps</source>
        <translation>无流程</translation>
    </message>
    <message>
        <source>The field needs a name.</source>
        <translation>请填写字段名称。</translation>
    </message>
    <message>
        <source>Say what there is to choose from.</source>
        <translation>请填写选项。</translation>
    </message>
    <message>
        <source>Say which register it points to.</source>
        <translation>请选择指向的台账。</translation>
    </message>
    <message>
        <source>The register needs a name.</source>
        <translation>请填写台账名称。</translation>
    </message>
    <message>
        <source>The register needs at least one field.</source>
        <translation>台账至少要有一个字段。</translation>
    </message>
    <message>
        <source>Only planners and administrators may change registers.</source>
        <translation>只有业务员和管理员可以更改台账。</translation>
    </message>
    <message>
        <source>The register cannot be like this: %1</source>
        <translation>台账不能这样声明：%1</translation>
    </message>
    <message>
        <source>Least and most must be numbers.</source>
        <translation>最小值和最大值须是数字。</translation>
    </message>
    <message>
        <source>The most must not be less than the least.</source>
        <translation>最大值不能小于最小值。</translation>
    </message>
    <message>
        <source>What it begins with: %1</source>
        <translation>默认值：%1</translation>
    </message>
    <message>
        <source>This formula cannot be read: %1</source>
        <translation>公式读不懂：%1</translation>
    </message>
    <message>
        <source>Something in a field is missing or does not fit; nothing was saved yet.</source>
        <translation>有字段没填全或不合要求，还没有保存。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>There are no units in this file yet</source>
        <translation>这个文件里还没有单元</translation>
    </message>
    <message>
        <source>Bring in the boundaries of the county, its townships and villages, then open the file again:</source>
        <translation>请先导入县、镇、村的边界，再打开本文件：</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>回到首页</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>Open another file…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>回到首页</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Save as a table (CSV)</source>
        <translation>导出表格（CSV）</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>ExportFieldTable</name>
    <message>
        <source>Fields in the file</source>
        <translation>文件中的字段</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Nothing to name yet.</source>
        <translation>暂无字段。</translation>
    </message>
</context>
<context>
    <name>ExportFoot</name>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ExportRecipes</name>
    <message>
        <source>Recipes</source>
        <translation>导出方案</translation>
    </message>
    <message>
        <source>Keep these settings as…</source>
        <translation>把这些设置保存为…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Take a recipe from a file…</source>
        <translation>从文件读入方案…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>另存为文件…</translation>
    </message>
    <message>
        <source>This recipe cannot be read or written.</source>
        <translation>方案无法读取或写入。</translation>
    </message>
    <message>
        <source>Take a recipe from a file</source>
        <translation>从文件读入方案</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>方案 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存方案</translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped; nothing was left behind.</source>
        <translation>已停止，没有留下任何文件。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Not whole in the file; all of it is in the sheet of losses</source>
        <translation>文件中不完整的内容（全部列在损失清单中）</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2：%3</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>返回设置</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ExportShape</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Coordinate system; zones by where the data lie</source>
        <translation>坐标系（分带按数据所在位置推荐）</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Encoding of texts</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Field names</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>One file per township</source>
        <translation>每个乡镇一个文件</translation>
    </message>
    <message>
        <source>12 fields in the line of a parcel, not 9</source>
        <translation>地块行用 12 个字段（默认 9 个）</translation>
    </message>
    <message>
        <source>For the public: nothing sensitive, no persons</source>
        <translation>公开版：不含敏感内容和人员信息</translation>
    </message>
    <message>
        <source>With sensitive fields; it is kept who had them</source>
        <translation>包含敏感字段（导出人会被记录）</translation>
    </message>
</context>
<context>
    <name>ExportSource</name>
    <message>
        <source>What</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Only these classes; none chosen = all</source>
        <translation>只要这些分类（不选即全部）</translation>
    </message>
    <message>
        <source>Colour scheme</source>
        <translation>分类方案</translation>
    </message>
    <message>
        <source>Condition, where one is wanted</source>
        <translation>条件（可不填）</translation>
    </message>
    <message>
        <source>For example: households &gt;= 30</source>
        <translation>例如：households &gt;= 30</translation>
    </message>
    <message>
        <source>For example: amount &gt; 1000 and state != &apos;closed&apos;</source>
        <translation>例如：amount &gt; 1000 and state != &apos;closed&apos;</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>数据日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>Folder the files come into</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Replace what is there</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>Export into the folder</source>
        <translation>导出到文件夹</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Party organisations</source>
        <translation>党组织</translation>
    </message>
    <message>
        <source>Register: %1</source>
        <translation>台账：%1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>查询结果：%1</translation>
    </message>
    <message>
        <source>The whole county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>Without class</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>English key</source>
        <translation>英文代号</translation>
    </message>
    <message>
        <source>Pinyin initials</source>
        <translation>拼音首字母</translation>
    </message>
    <message>
        <source>Chinese title</source>
        <translation>中文名</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 without shape</source>
        <translation>%1 条无图形</translation>
    </message>
    <message>
        <source>everything fits</source>
        <translation>内容完整无损失</translation>
    </message>
    <message>
        <source>Measuring texts…</source>
        <translation>正在量取文字长度…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Adding up checksums…</source>
        <translation>正在计算校验值…</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>%1 records written, %2</source>
        <translation>已写出 %1 条记录，共 %2</translation>
    </message>
    <message>
        <source>Shapefile (.shp)</source>
        <translation>Shapefile（.shp）</translation>
    </message>
    <message>
        <source>GeoPackage (.gpkg)</source>
        <translation>GeoPackage（.gpkg）</translation>
    </message>
    <message>
        <source>File geodatabase (.gdb)</source>
        <translation>文件地理数据库（.gdb）</translation>
    </message>
    <message>
        <source>GeoJSON (RFC 7946)</source>
        <translation>GeoJSON（RFC 7946）</translation>
    </message>
    <message>
        <source>GeoJSON with coordinate system</source>
        <translation>GeoJSON（带坐标系）</translation>
    </message>
    <message>
        <source>KML (.kml)</source>
        <translation>KML（.kml）</translation>
    </message>
    <message>
        <source>DXF drawing (.dxf)</source>
        <translation>DXF 图形（.dxf）</translation>
    </message>
    <message>
        <source>FlatGeobuf (.fgb)</source>
        <translation>FlatGeobuf（.fgb）</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>表格（.csv）</translation>
    </message>
    <message>
        <source>Excel sheet (.xlsx)</source>
        <translation>Excel 表（.xlsx）</translation>
    </message>
    <message>
        <source>Boundary points, land TXT (.txt)</source>
        <translation>国土界址点 TXT（.txt）</translation>
    </message>
    <message>
        <source>MapInfo (.tab)</source>
        <translation>MapInfo（.tab）</translation>
    </message>
    <message>
        <source>MapInfo interchange (.mif)</source>
        <translation>MapInfo 交换格式（.mif）</translation>
    </message>
    <message>
        <source>For the natural resources bureau and nearly every map program</source>
        <translation>交给自然资源局，几乎所有地图软件都能打开</translation>
    </message>
    <message>
        <source>For QGIS: one file, colours and Chinese names included</source>
        <translation>用于 QGIS：单个文件，带颜色和中文字段名</translation>
    </message>
    <message>
        <source>For ArcGIS: long field names, no size limit</source>
        <translation>用于 ArcGIS：字段名可以长，大小不限</translation>
    </message>
    <message>
        <source>For web maps; degrees only</source>
        <translation>用于网页地图，只能是经纬度</translation>
    </message>
    <message>
        <source>For programs that read GeoJSON in metres</source>
        <translation>用于读取米制 GeoJSON 的软件</translation>
    </message>
    <message>
        <source>For Ovital Map and Google Earth, with colours</source>
        <translation>用于奥维地图、谷歌地球，带颜色</translation>
    </message>
    <message>
        <source>For CAD: outlines by layer, with names as text</source>
        <translation>用于 CAD：分图层的轮廓，名称为文字</translation>
    </message>
    <message>
        <source>For large amounts of data, streamed over the network</source>
        <translation>用于大量数据的网络流式读取</translation>
    </message>
    <message>
        <source>For any table program; shapes as text</source>
        <translation>任何表格软件都能打开，图形写成文字</translation>
    </message>
    <message>
        <source>For Excel and WPS: codes stay text, no shapes</source>
        <translation>用于 Excel、WPS：代码保持文本，不含图形</translation>
    </message>
    <message>
        <source>For land surveys and approval of construction land</source>
        <translation>用于勘测定界和建设用地报批</translation>
    </message>
    <message>
        <source>For MapInfo</source>
        <translation>用于 MapInfo</translation>
    </message>
    <message>
        <source>For exchange with MapInfo, readable as text</source>
        <translation>与 MapInfo 交换，文本可读</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>WGS 84, degrees (EPSG:4326)</source>
        <translation>WGS 84 经纬度（EPSG:4326）</translation>
    </message>
    <message>
        <source>CGCS2000, degrees (EPSG:4490)</source>
        <translation>CGCS2000 经纬度（EPSG:4490）</translation>
    </message>
    <message>
        <source>CGCS2000 %1° zone %2, central meridian %3° E, zone number in front (EPSG:%4)</source>
        <translation>CGCS2000 %1 度带 %2 带，中央经线 %3°，坐标带带号（EPSG:%4）</translation>
    </message>
    <message>
        <source>CGCS2000 %1° zone %2, central meridian %3° E (EPSG:%4)</source>
        <translation>CGCS2000 %1 度带 %2 带，中央经线 %3°（EPSG:%4）</translation>
    </message>
    <message>
        <source>Texts too long for their field, cut: %1</source>
        <translation>文字超出字段长度而被截断：%1</translation>
    </message>
    <message>
        <source>Texts with characters the encoding does not have: %1</source>
        <translation>含有该编码没有的字：%1</translation>
    </message>
    <message>
        <source>Numbers rounded: %1</source>
        <translation>数值被舍入：%1</translation>
    </message>
    <message>
        <source>Days that are none, left out: %1</source>
        <translation>不是日期而略去：%1</translation>
    </message>
    <message>
        <source>Shapes the format has no place for: %1</source>
        <translation>该格式无法存放的图形：%1</translation>
    </message>
    <message>
        <source>Records without shape, left out: %1</source>
        <translation>没有图形而略去的记录：%1</translation>
    </message>
    <message>
        <source>Left out: numbers of households below three</source>
        <translation>已略去：小于三的户数</translation>
    </message>
    <message>
        <source>Left out: %1, sensitive, and the export is public</source>
        <translation>已略去：%1（敏感字段，公开版不含）</translation>
    </message>
    <message>
        <source>Left out: %1, sensitive</source>
        <translation>已略去：%1（敏感字段）</translation>
    </message>
    <message>
        <source>Left out: %1, a person, photo or paper, and the export is public</source>
        <translation>已略去：%1（人员、照片或文件，公开版不含）</translation>
    </message>
    <message>
        <source>The data reach far out of this zone (%1 from its central meridian): lengths and areas are stretched there</source>
        <translation>数据远离本带中央经线（%1），该处长度和面积会有变形</translation>
    </message>
    <message>
        <source>There is nothing to export: no record fits.</source>
        <translation>没有可导出的内容：没有符合条件的记录。</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name, or have it replaced.</source>
        <translation>%1 已经存在。请换一个名称，或选择替换。</translation>
    </message>
    <message>
        <source>A shapefile holds 2 GiB at most, and this would be more: one file per township, or GeoPackage.</source>
        <translation>Shapefile 最大 2 GB，这次会超出：请按乡镇分文件，或改用 GeoPackage。</translation>
    </message>
    <message>
        <source>These are points, lines and areas together, which one such file cannot hold: take GeoPackage or GeoJSON.</source>
        <translation>点、线、面混在一起，这种文件放不下：请用 GeoPackage 或 GeoJSON。</translation>
    </message>
    <message>
        <source>MapInfo does not know GB18030: take GBK or UTF-8.</source>
        <translation>MapInfo 不支持 GB18030：请用 GBK 或 UTF-8。</translation>
    </message>
    <message>
        <source>These are more fields than a shapefile holds: take GeoPackage.</source>
        <translation>字段太多，Shapefile 放不下：请用 GeoPackage。</translation>
    </message>
    <message>
        <source>A sheet holds 1,048,575 rows, and these are more: one file per township, or CSV.</source>
        <translation>一张表最多 1,048,575 行，这次会超出：请按乡镇分文件，或用 CSV。</translation>
    </message>
    <message>
        <source>This computer&apos;s GDAL cannot write file geodatabases.</source>
        <translation>本机的 GDAL 不能写文件地理数据库。</translation>
    </message>
    <message>
        <source>This format holds degrees only: choose another system.</source>
        <translation>该格式只能用经纬度：请换一个坐标系。</translation>
    </message>
    <message>
        <source>Boundary points are written in metres: choose a zone.</source>
        <translation>界址点以米为单位：请选择一个投影带。</translation>
    </message>
    <message>
        <source>This coordinate system is not one to export in.</source>
        <translation>不能用这个坐标系导出。</translation>
    </message>
    <message>
        <source>The condition cannot be read: %1</source>
        <translation>条件无法理解：%1</translation>
    </message>
    <message>
        <source>This file has no unit with the code %1.</source>
        <translation>本文件中没有代码为 %1 的单元。</translation>
    </message>
    <message>
        <source>This file does not have the colour scheme of the recipe.</source>
        <translation>本文件没有方案中的分类方案。</translation>
    </message>
    <message>
        <source>This file does not have the register of the recipe.</source>
        <translation>本文件没有方案中的台账。</translation>
    </message>
    <message>
        <source>The colour scheme does not have a class of the recipe.</source>
        <translation>分类方案中没有导出方案所要的分类。</translation>
    </message>
    <message>
        <source>A column of the recipe is not there.</source>
        <translation>方案中的某个字段不存在。</translation>
    </message>
    <message>
        <source>The answer to a question is for internal use only.</source>
        <translation>查询结果只供内部使用。</translation>
    </message>
    <message>
        <source>Not every value fits this format, and the recipe wants that.</source>
        <translation>有内容放不进该格式，而方案要求完整。</translation>
    </message>
    <message>
        <source>This export cannot be made.</source>
        <translation>无法导出。</translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>This is not a Xiangtu file</source>
        <translation>这不是乡图文件</translation>
    </message>
    <message>
        <source>The file is not a database. Perhaps it is a spreadsheet or a picture, or it was cut off while being copied. Xiangtu files end in .sqlite.</source>
        <translation>这个文件不是数据库，可能是表格或图片，也可能复制时没有复制完整。乡图文件的后缀是 .sqlite。</translation>
    </message>
    <message>
        <source>This database belongs to another program</source>
        <translation>这是其他软件的数据库</translation>
    </message>
    <message>
        <source>The file is a sound database, but Xiangtu did not make it. Map data in it can be brought into a Xiangtu file with “xiangtu import”.</source>
        <translation>文件本身没有问题，但不是乡图建立的。其中的地图数据可以用“xiangtu import”导入乡图文件。</translation>
    </message>
    <message>
        <source>This file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>Part of its content cannot be read. The file was left exactly as it is. Open the latest backup beside it, or copy the file again from where it came from.</source>
        <translation>部分内容无法读取，文件保持原样，没有改动。请打开旁边最近的备份，或从来源处重新复制一份。</translation>
    </message>
    <message>
        <source>This file was made by a newer Xiangtu</source>
        <translation>这个文件由更新版本的乡图建立</translation>
    </message>
    <message>
        <source>To keep its content safe this version does not open it. Install the newer version on this computer, then try again.</source>
        <translation>为保证数据安全，当前版本不打开它。请在本机安装新版本后再试。</translation>
    </message>
    <message>
        <source>No permission to read this file</source>
        <translation>没有读取这个文件的权限</translation>
    </message>
    <message>
        <source>Ask the person who looks after this computer for the right to read it, or copy it into your own folder.</source>
        <translation>请向本机管理员申请读取权限，或把文件复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>Another program is using this file</source>
        <translation>文件正被其他程序占用</translation>
    </message>
    <message>
        <source>Close the other program or window that has it open, then try again.</source>
        <translation>请关闭占用它的程序或窗口，然后再试。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>There is no room to work with this file. Make some room on the disk, then try again. Nothing was lost.</source>
        <translation>没有空间处理这个文件。请清理磁盘后再试，数据没有丢失。</translation>
    </message>
    <message>
        <source>Something in this file cannot be understood</source>
        <translation>文件中有无法识别的内容</translation>
    </message>
    <message>
        <source>The file was left exactly as it is. The technical detail names the place.</source>
        <translation>文件保持原样，没有改动。具体位置见“技术细节”。</translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation>无法读取这个文件</translation>
    </message>
    <message>
        <source>Perhaps it was moved or renamed, or the drive it lies on is no longer there. Check that it is where it was, then try again.</source>
        <translation>它可能被移动或改名，或者所在的磁盘已断开。请确认它还在原处，然后再试。</translation>
    </message>
    <message>
        <source>there is no permission to write this file.</source>
        <translation>没有写入该文件的权限。</translation>
    </message>
    <message>
        <source>the disk is full. Make some room on it, then try again.</source>
        <translation>磁盘已满，请清理磁盘后再试。</translation>
    </message>
    <message>
        <source>another program is using this file. Close it there, then try again.</source>
        <translation>文件正被其他程序占用，请先在那里关闭，再试一次。</translation>
    </message>
    <message>
        <source>the file is damaged or was replaced. Open it again.</source>
        <translation>文件已损坏或被替换，请重新打开。</translation>
    </message>
    <message>
        <source>something in the data cannot be understood.</source>
        <translation>数据中有无法识别的内容。</translation>
    </message>
    <message>
        <source>the file cannot be read or written. Check that the drive it lies on is still there.</source>
        <translation>文件无法读写，请检查所在的磁盘或U盘是否还在。</translation>
    </message>
    <message>
        <source>something went wrong inside the program.</source>
        <translation>程序内部出错。</translation>
    </message>
</context>
<context>
    <name>FigureTexts</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 mu</source>
        <translation>%1 亩</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方公里</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>X %1  Y %2  (zone %3)</source>
        <translation>X %1  Y %2（%3 带）</translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message>
        <source>Find a figure</source>
        <translation>查找指标</translation>
    </message>
    <message>
        <source>Group of figures</source>
        <translation>指标分组</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No figure here</source>
        <translation>这里没有指标</translation>
    </message>
    <message>
        <source>Figures are declared in the catalogue of the file, with the levels they are shown at.</source>
        <translation>指标在文件的目录中声明，并注明在哪些层级显示。</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>%1: %2 findings</source>
        <translation>%1：%2 个问题</translation>
    </message>
    <message>
        <source>Its records</source>
        <translation>相关台账</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Only in %1</source>
        <translation>只看%1</translation>
    </message>
    <message>
        <source>Checking again…</source>
        <translation>正在重新核查…</translation>
    </message>
    <message>
        <source>Rules: %1, without a finding: %2</source>
        <translation>共 %1 条规则，%2 条没有问题</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核查…</translation>
    </message>
    <message>
        <source>This file declares no rule</source>
        <translation>本文件没有声明规则</translation>
    </message>
    <message>
        <source>No problem found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>Rules checked: %1</source>
        <translation>已核查 %1 条规则</translation>
    </message>
</context>
<context>
    <name>FindingTexts</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, at least %2</source>
        <translation>实际 %1，至少 %2</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>实际 %1，至多 %2</translation>
    </message>
    <message>
        <source>%1 units, at most %2</source>
        <translation>%1 个单位，至多 %2 个</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1，应为 %2</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>同上：%1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Names in this file</source>
        <translation>本文件中已有的姓名</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Add a photo…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Add a paper…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>%1 kept in the file</source>
        <translation>已存入 %1 个</translation>
    </message>
    <message>
        <source>Take them off this record</source>
        <translation>从这条记录移除</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png)</source>
        <translation>照片 (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Kept as a draft until it is saved</source>
        <translation>未保存前留作草稿</translation>
    </message>
    <message>
        <source>Same as last</source>
        <translation>同上一条</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>清空重填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>FormPlace</name>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>走向</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Choose a unit…</source>
        <translation>选择单元…</translation>
    </message>
    <message>
        <source>The one on the map: %1</source>
        <translation>地图上选中的：%1</translation>
    </message>
    <message>
        <source>Stop drawing</source>
        <translation>停止绘制</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重新绘制</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>在地图上绘制</translation>
    </message>
    <message>
        <source>Place of the photo</source>
        <translation>照片位置</translation>
    </message>
    <message>
        <source>Place of photo %1</source>
        <translation>照片 %1 的位置</translation>
    </message>
</context>
<context>
    <name>FormSaveTexts</name>
    <message>
        <source>Please choose a unit.</source>
        <translation>请选择单元。</translation>
    </message>
    <message>
        <source>Please draw it on the map.</source>
        <translation>请在地图上绘制。</translation>
    </message>
    <message>
        <source>Something is missing or does not fit; nothing was saved yet.</source>
        <translation>有内容没填或不合适，尚未保存。</translation>
    </message>
</context>
<context>
    <name>FormSection</name>
    <message>
        <source>%1 to mend</source>
        <translation>%1 处待改</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>已填 %1 / %2</translation>
    </message>
</context>
<context>
    <name>FormTexts</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Changes found: %1</source>
        <translation>找到 %1 条变更</translation>
    </message>
    <message>
        <source>Changes: %1</source>
        <translation>共 %1 条变更</translation>
    </message>
    <message>
        <source>Take the newest change back (Ctrl+Z)</source>
        <translation>撤销上一次变更（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Make the change again (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Compare days</source>
        <translation>两日对比</translation>
    </message>
    <message>
        <source>Plans %1</source>
        <translation>计划 %1</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
</context>
<context>
    <name>ImportCheck</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Only in the county</source>
        <translation>仅县内有</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>未取入</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>What stands out; a tap shows the records, and their place on the map where they have one:</source>
        <translation>发现的问题如下，点一下看有关记录；有位置的会在地图上标出：</translation>
    </message>
</context>
<context>
    <name>ImportFindingTexts</name>
    <message>
        <source>The first %1 are shown.</source>
        <translation>只列出前 %1 条。</translation>
    </message>
</context>
<context>
    <name>ImportFoot</name>
    <message>
        <source>Imported. New: %1, changed: %2</source>
        <translation>已导入：新增 %1，变更 %2</translation>
    </message>
    <message>
        <source>The county has all of it already.</source>
        <translation>这些数据县里都已有，无需导入。</translation>
    </message>
    <message>
        <source>The question above has to be answered first.</source>
        <translation>请先回答上面的问题。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1 条</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>变更 %1</translation>
    </message>
    <message>
        <source>unchanged: %1</source>
        <translation>未变 %1</translation>
    </message>
    <message>
        <source>only in the county: %1</source>
        <translation>仅县内有 %1</translation>
    </message>
    <message>
        <source>not taken: %1</source>
        <translation>未取入 %1</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>查看问题</translation>
    </message>
</context>
<context>
    <name>ImportGoal</name>
    <message>
        <source>The records become</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1（必填）</translation>
    </message>
    <message>
        <source>Only those with a field</source>
        <translation>只看已对应的字段</translation>
    </message>
    <message>
        <source>All %1 fields of the register</source>
        <translation>台账的全部 %1 个字段</translation>
    </message>
    <message>
        <source>Known again by</source>
        <translation>凭什么认出已有的</translation>
    </message>
    <message>
        <source>What is in the county under the same key is changed to what the file says; what is missing in the file stays.</source>
        <translation>县里凭此认出的，按文件更新；文件里没有的，保持不变。</translation>
    </message>
</context>
<context>
    <name>ImportHead</name>
    <message>
        <source>%1 · records: %2 · %3</source>
        <translation>%1 · %2 条记录 · %3</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>The zone this county lies in stands first. Ask who delivered the file when in doubt: a wrong zone moves it by hundreds of kilometres.</source>
        <translation>本县所在的带排在最前。拿不准时请问提供文件的单位：选错带会偏几百公里。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>As last time:</source>
        <translation>按上次的做法：</translation>
    </message>
</context>
<context>
    <name>ImportOffers</name>
    <message>
        <source>%1, 3-degree zone %2 (%3°E)</source>
        <translation>%1，3 度带第 %2 带（%3°E）</translation>
    </message>
    <message>
        <source>Big5 (traditional)</source>
        <translation>Big5（繁体）</translation>
    </message>
    <message>
        <source>Western European (1252)</source>
        <translation>西欧 (1252)</translation>
    </message>
    <message>
        <source>Japanese (932)</source>
        <translation>日文 (932)</translation>
    </message>
    <message>
        <source>Korean (949)</source>
        <translation>韩文 (949)</translation>
    </message>
    <message>
        <source>Xi&apos;an 80</source>
        <translation>西安80</translation>
    </message>
    <message>
        <source>Beijing 54</source>
        <translation>北京54</translation>
    </message>
    <message>
        <source>CGCS2000, degrees</source>
        <translation>CGCS2000，经纬度</translation>
    </message>
    <message>
        <source>WGS 84, degrees</source>
        <translation>WGS 84，经纬度</translation>
    </message>
    <message>
        <source>%1, 6-degree zone %2 (%3°E)</source>
        <translation>%1，6 度带第 %2 带（%3°E）</translation>
    </message>
    <message>
        <source>%1, number of the zone in front</source>
        <translation>%1，坐标带带号</translation>
    </message>
    <message>
        <source>%1, degrees</source>
        <translation>%1，经纬度</translation>
    </message>
    <message>
        <source>Units: %1</source>
        <translation>单元：%1</translation>
    </message>
    <message>
        <source>Party organisations</source>
        <translation>党组织</translation>
    </message>
    <message>
        <source>Register: %1</source>
        <translation>台账：%1</translation>
    </message>
    <message>
        <source>Nothing: all are new</source>
        <translation>不认：全部新增</translation>
    </message>
    <message>
        <source>Their code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>另选文件…</translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation>导入的结果</translation>
    </message>
    <message>
        <source>Into what</source>
        <translation>导入到哪里</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>文字读得对不对</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>位置在哪里</translation>
    </message>
</context>
<context>
    <name>ImportPlace</name>
    <message>
        <source>Coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Another one: its EPSG number</source>
        <translation>其他坐标系：填 EPSG 编号</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>From a web map (Amap, Tencent): take the GCJ-02 offset off</source>
        <translation>来自网络地图（高德、腾讯）：去掉 GCJ-02 偏移</translation>
    </message>
    <message>
        <source>Parameters: dx,dy,dz or dx,dy,dz,rx,ry,rz,scale</source>
        <translation>转换参数：dx,dy,dz 或 dx,dy,dz,rx,ry,rz,尺度</translation>
    </message>
</context>
<context>
    <name>ImportSamples</name>
    <message>
        <source>Encoding of the texts</source>
        <translation>文字编码</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>There is no permission to read this file.</source>
        <translation>没有读取这个文件的权限。</translation>
    </message>
    <message>
        <source>Another program is using this file.</source>
        <translation>另一个程序正在使用这个文件。</translation>
    </message>
    <message>
        <source>What was entered cannot be understood. Correct it and try again.</source>
        <translation>填写的内容无法识别，请改正后再试。</translation>
    </message>
    <message>
        <source>The coordinates cannot be converted.</source>
        <translation>坐标无法转换。</translation>
    </message>
    <message>
        <source>This file cannot be read. It may be damaged, or it is no map or table.</source>
        <translation>这个文件无法读取。可能已损坏，或者不是地图或表格。</translation>
    </message>
    <message>
        <source>Which layer is meant?</source>
        <translation>要导入哪个图层？</translation>
    </message>
    <message>
        <source>None of the records can be taken.</source>
        <translation>没有一条记录可以取入。</translation>
    </message>
    <message>
        <source>The import was stopped; nothing of it is in the county.</source>
        <translation>导入已停止，县里没有留下任何内容。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入。</translation>
    </message>
    <message>
        <source>Nothing was imported: sign in first.</source>
        <translation>没有导入：请先登录。</translation>
    </message>
    <message>
        <source>Nothing was imported: some of it lies outside your scope.</source>
        <translation>没有导入：部分数据不在您的管理范围内。</translation>
    </message>
    <message>
        <source>Nothing was imported: your role may not do this.</source>
        <translation>没有导入：您的角色无权这样做。</translation>
    </message>
    <message>
        <source>Nothing was imported: the county was changed meanwhile. Check again.</source>
        <translation>没有导入：期间县里的数据有了变化，请重新检查。</translation>
    </message>
    <message>
        <source>Nothing was imported: the file is open for reading only.</source>
        <translation>没有导入：文件以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>ImportViewTexts</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>As found: %1</source>
        <translation>自动判断：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>面</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>a table without places</source>
        <translation>无位置的表格</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（不填）</translation>
    </message>
    <message>
        <source>find out</source>
        <translation>重新判断</translation>
    </message>
    <message>
        <source>What was kept under this name cannot be read.</source>
        <translation>以此名称保存的做法无法读取。</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>taken as it is</source>
        <translation>照原样取入</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>修正后取入</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未取入</translation>
    </message>
    <message>
        <source>as you chose</source>
        <translation>按您的选择</translation>
    </message>
    <message>
        <source>as you chose, against %1 in the file</source>
        <translation>按您的选择（文件中写的是 %1）</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件的说明</translation>
    </message>
    <message>
        <source>there is no Chinese text in it</source>
        <translation>其中没有中文</translation>
    </message>
    <message>
        <source>all texts are valid UTF-8</source>
        <translation>所有文字都符合 UTF-8</translation>
    </message>
    <message>
        <source>the file itself does not say</source>
        <translation>文件没有说明编码</translation>
    </message>
    <message>
        <source>the .dbf (%1) says %2</source>
        <translation>.dbf（%1）写明 %2</translation>
    </message>
    <message>
        <source>the .dbf (%1) says %2, and all texts are valid in it</source>
        <translation>.dbf（%1）写明 %2，所有文字都符合</translation>
    </message>
    <message>
        <source>the .cpg “%1” says %2</source>
        <translation>.cpg“%1”写明 %2</translation>
    </message>
    <message>
        <source>the .cpg “%1” says %2, and all texts are valid in it</source>
        <translation>.cpg“%1”写明 %2，所有文字都符合</translation>
    </message>
    <message>
        <source>the .cpg “%1” names no encoding</source>
        <translation>.cpg“%1”不是编码名称</translation>
    </message>
    <message>
        <source>not UTF-8; read so, the texts are common Chinese characters</source>
        <translation>不是 UTF-8；这样读出的都是常用汉字</translation>
    </message>
    <message>
        <source>nearly all texts are valid UTF-8</source>
        <translation>几乎所有文字都符合 UTF-8</translation>
    </message>
    <message>
        <source>not UTF-8; nearly all texts are Chinese characters in GB 18030</source>
        <translation>不是 UTF-8；几乎所有文字在 GB 18030 下都是汉字</translation>
    </message>
    <message>
        <source>neither UTF-8 nor GB 18030</source>
        <translation>既不是 UTF-8 也不是 GB 18030</translation>
    </message>
    <message>
        <source>read as Western European: look at the samples</source>
        <translation>暂按西欧编码读，请核对示例</translation>
    </message>
    <message>
        <source>the file does not say</source>
        <translation>文件没有说明</translation>
    </message>
    <message>
        <source>the numbers are degrees</source>
        <translation>数值是经纬度</translation>
    </message>
    <message>
        <source>the numbers carry the zone in front</source>
        <translation>数值前带有带号</translation>
    </message>
    <message>
        <source>there are no coordinates</source>
        <translation>没有坐标</translation>
    </message>
    <message>
        <source>kept as CGCS2000 degrees without a change</source>
        <translation>按 CGCS2000 经纬度原样保存</translation>
    </message>
    <message>
        <source>converted to CGCS2000 degrees</source>
        <translation>换算为 CGCS2000 经纬度</translation>
    </message>
    <message>
        <source>There is no layer in this file.</source>
        <translation>这个文件里没有图层。</translation>
    </message>
    <message>
        <source>There are no records in this file.</source>
        <translation>这个文件里没有记录。</translation>
    </message>
    <message>
        <source>The records of this file are missing: is the .dbf beside it whole?</source>
        <translation>这个文件缺少记录：旁边的 .dbf 是否完整？</translation>
    </message>
    <message>
        <source>This file has no areas, and units are areas. Choose another goal.</source>
        <translation>这个文件里没有面，而单元是面。请改选“导入为”。</translation>
    </message>
    <message>
        <source>There are neither fields nor areas in it.</source>
        <translation>其中既没有字段也没有面。</translation>
    </message>
    <message>
        <source>A field that was chosen is not in this file. Choose the fields anew.</source>
        <translation>所选字段不在这个文件里，请重新选择字段。</translation>
    </message>
    <message>
        <source>The file calls its coordinates degrees, but they are metres: choose the coordinate system.</source>
        <translation>文件说坐标是经纬度，实际是米：请选择坐标系。</translation>
    </message>
    <message>
        <source>The file calls its coordinates metres, but they are degrees: choose the coordinate system.</source>
        <translation>文件说坐标是米，实际是经纬度：请选择坐标系。</translation>
    </message>
    <message>
        <source>The file has a coordinate system of its own without a place on earth: choose one.</source>
        <translation>文件用的是自定坐标系，无法定位：请选择坐标系。</translation>
    </message>
    <message>
        <source>The coordinates are metres without the number of a zone, and the file does not say which zone: choose the coordinate system.</source>
        <translation>坐标是不带带号的米，文件也没有说明是哪一带：请选择坐标系。</translation>
    </message>
    <message>
        <source>No shape</source>
        <translation>没有图形</translation>
    </message>
    <message>
        <source>Shape cannot be read</source>
        <translation>图形无法读取</translation>
    </message>
    <message>
        <source>Not an area</source>
        <translation>不是面</translation>
    </message>
    <message>
        <source>Border crosses itself</source>
        <translation>边界自相交</translation>
    </message>
    <message>
        <source>Tiny part</source>
        <translation>碎小部分</translation>
    </message>
    <message>
        <source>Belongs to another level or layer</source>
        <translation>属于其他层级或图层</translation>
    </message>
    <message>
        <source>The file announces records it does not have</source>
        <translation>文件声明的记录有缺失</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>没有代码</translation>
    </message>
    <message>
        <source>Code cannot be read</source>
        <translation>代码无法识别</translation>
    </message>
    <message>
        <source>The same code twice</source>
        <translation>代码重复</translation>
    </message>
    <message>
        <source>Zeros at the end of codes taken off</source>
        <translation>代码末尾的零已去掉</translation>
    </message>
    <message>
        <source>Code of unusual length</source>
        <translation>代码位数不常见</translation>
    </message>
    <message>
        <source>Code and place point to different parents</source>
        <translation>代码与位置指向不同的上级</translation>
    </message>
    <message>
        <source>This code is in the county already</source>
        <translation>县里已有这个代码</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>Text put right</source>
        <translation>文字已修正</translation>
    </message>
    <message>
        <source>Text cannot be read in this encoding</source>
        <translation>文字在此编码下无法读出</translation>
    </message>
    <message>
        <source>Households are no number</source>
        <translation>户数不是数字</translation>
    </message>
    <message>
        <source>Value does not fit the field</source>
        <translation>值不符合字段要求</translation>
    </message>
    <message>
        <source>Required value is missing</source>
        <translation>缺少必填值</translation>
    </message>
    <message>
        <source>Wrong kind of shape</source>
        <translation>图形类型不符</translation>
    </message>
    <message>
        <source>No such unit</source>
        <translation>没有这个单元</translation>
    </message>
    <message>
        <source>No parent found</source>
        <translation>找不到上级</translation>
    </message>
    <message>
        <source>The level above is missing</source>
        <translation>上一级缺失</translation>
    </message>
    <message>
        <source>Reaches over the border of its parent</source>
        <translation>超出上级边界</translation>
    </message>
    <message>
        <source>Neighbours overlap</source>
        <translation>相邻重叠</translation>
    </message>
    <message>
        <source>Gap between neighbours</source>
        <translation>相邻之间有缝隙</translation>
    </message>
    <message>
        <source>Encoding found out, not declared</source>
        <translation>编码是判断出的，文件未声明</translation>
    </message>
    <message>
        <source>Coordinate system found out, not declared</source>
        <translation>坐标系是判断出的，文件未声明</translation>
    </message>
    <message>
        <source>Conversion of the datum is not exact</source>
        <translation>基准转换不精确</translation>
    </message>
    <message>
        <source>The two coordinates were exchanged</source>
        <translation>两个坐标已对调</translation>
    </message>
    <message>
        <source>Lies outside China</source>
        <translation>位于中国以外</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>In the county only, stays</source>
        <translation>仅县内有，保持不变</translation>
    </message>
    <message>
        <source>Key twice, not taken</source>
        <translation>认领值重复，未取入</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>Records or places: %1</source>
        <translation>%1 处</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>字段 %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>the whole layer</source>
        <translation>整个图层</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The way from this datum to CGCS2000 is known to about %1 m. The survey office&apos;s parameters make it exact.</source>
        <translation>从该基准到 CGCS2000 的转换误差约 %1 米。填入测绘部门的参数可以精确转换。</translation>
    </message>
    <message>
        <source>The way from this datum to CGCS2000 is not known exactly: places can be off by some hundred metres. The survey office&apos;s parameters make it exact.</source>
        <translation>从该基准到 CGCS2000 没有精确的转换方法，位置可能偏几百米。填入测绘部门的参数可以精确转换。</translation>
    </message>
    <message>
        <source>This file cannot be imported like this.</source>
        <translation>这个文件不能这样导入。</translation>
    </message>
    <message>
        <source>This file cannot be opened. It may be damaged, or it is no map or table.</source>
        <translation>这个文件打不开。可能已损坏，或者不是地图或表格。</translation>
    </message>
</context>
<context>
    <name>KeepImport</name>
    <message>
        <source>Keep these choices as…</source>
        <translation>把这些选择保存为…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>KeepQuestion</name>
    <message>
        <source>Keep this question as…</source>
        <translation>给这个问题起个名字…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>LayerLine</name>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>上移%1</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>下移%1</translation>
    </message>
    <message>
        <source>Opacity of %1</source>
        <translation>%1的不透明度</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Borders of</source>
        <translation>显示哪一级界线</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Reference layers</source>
        <translation>参考图层</translation>
    </message>
</context>
<context>
    <name>LayerTexts</name>
    <message>
        <source>Colours of the units</source>
        <translation>单元颜色</translation>
    </message>
    <message>
        <source>Industry bases</source>
        <translation>产业基地</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>界线</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>LegendCard</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Fold the legend</source>
        <translation>收起图例</translation>
    </message>
    <message>
        <source>Open the legend</source>
        <translation>展开图例</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>统计单位：%1</translation>
    </message>
    <message>
        <source>Hatching beside colour</source>
        <translation>颜色加晕线</translation>
    </message>
</context>
<context>
    <name>LegendLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>LoadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>All changes</source>
        <translation>全部变更</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>Borders and names</source>
        <translation>边界和名称</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>What was taken back</source>
        <translation>撤回的</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁改的</translation>
    </message>
    <message>
        <source>What</source>
        <translation>改了什么</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Only in %1</source>
        <translation>只看%1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>No such change</source>
        <translation>没有符合条件的变更</translation>
    </message>
    <message>
        <source>No change yet</source>
        <translation>还没有变更</translation>
    </message>
    <message>
        <source>Every change of classes, borders, records and organisations is written down here.</source>
        <translation>定级、边界、台账和组织的每一次变更都会记在这里。</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Imports and reference layers</source>
        <translation>导入与参考图层</translation>
    </message>
    <message>
        <source>What is declared</source>
        <translation>台账与指标设置</translation>
    </message>
</context>
<context>
    <name>LogRow</name>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Hide what moved with it</source>
        <translation>收起随之变动的</translation>
    </message>
    <message>
        <source>What moved with it: %1</source>
        <translation>随之变动：%1 项</translation>
    </message>
</context>
<context>
    <name>LogTexts</name>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未署名</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>a unit</source>
        <translation>某单元</translation>
    </message>
    <message>
        <source>%1 (%2 units)</source>
        <translation>%1等 %2 个单元</translation>
    </message>
    <message>
        <source>%1 got a class</source>
        <translation>%1已定级</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>%1 is now “%2” (%3)</source>
        <translation>%1定为“%2”（%3）</translation>
    </message>
    <message>
        <source>%1 is now called %2</source>
        <translation>%1更名为%2</translation>
    </message>
    <message>
        <source>Record added: %1</source>
        <translation>登记：%1</translation>
    </message>
    <message>
        <source>Record ended: %1</source>
        <translation>注销：%1</translation>
    </message>
    <message>
        <source>Record taken a step further: %1</source>
        <translation>办理一步：%1</translation>
    </message>
    <message>
        <source>Record changed: %1</source>
        <translation>修改：%1</translation>
    </message>
    <message>
        <source>%1 was split; %2 is new</source>
        <translation>%1拆分，新设%2</translation>
    </message>
    <message>
        <source>%1 was merged into %2</source>
        <translation>%1并入%2</translation>
    </message>
    <message>
        <source>%1 handed land to %2</source>
        <translation>%1划出地块给%2</translation>
    </message>
    <message>
        <source>The border of %1 was drawn anew</source>
        <translation>重画%1的边界</translation>
    </message>
    <message>
        <source>The border of %1 follows the unit above</source>
        <translation>%1的边界贴合上级边界</translation>
    </message>
    <message>
        <source>Corners of the border of %1 were changed</source>
        <translation>调整%1的界点</translation>
    </message>
    <message>
        <source>%1 was brought back to how it had been</source>
        <translation>%1恢复到以前的样子</translation>
    </message>
    <message>
        <source>%1 was set up</source>
        <translation>设立%1</translation>
    </message>
    <message>
        <source>%1 was dissolved</source>
        <translation>撤销%1</translation>
    </message>
    <message>
        <source>%1 serves another unit</source>
        <translation>%1改换服务范围</translation>
    </message>
    <message>
        <source>%1 serves no unit any more</source>
        <translation>%1不再服务任何单元</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>变更“%1”</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Accounts were changed</source>
        <translation>账号变更</translation>
    </message>
    <message>
        <source>Imported from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Reference layer added: %1</source>
        <translation>加入参考图层：%1</translation>
    </message>
    <message>
        <source>Reference layer taken out: %1</source>
        <translation>移除参考图层：%1</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Xiangtu</source>
        <translation>乡图</translation>
    </message>
    <message>
        <source>%1 – Xiangtu</source>
        <translation>%1 – 乡图</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Xiangtu files (*.sqlite)</source>
        <translation>乡图文件 (*.sqlite)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Maps and tables (*.shp *.zip *.gpkg *.geojson *.json *.kml *.kmz *.dxf *.fgb *.tab *.mif *.csv *.xlsx *.txt)</source>
        <translation>地图和表格 (*.shp *.zip *.gpkg *.geojson *.json *.kml *.kmz *.dxf *.fgb *.tab *.mif *.csv *.xlsx *.txt)</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Look at the demo county</source>
        <translation>看看示例县</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>关闭文件</translation>
    </message>
    <message>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>撤销上一次变更（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Xiangtu %1 · GPL-3.0-or-later</source>
        <translation>乡图 %1 · GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>账号…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>MapSession</name>
    <message>
        <source>Level fitting the scale</source>
        <translation>随比例尺</translation>
    </message>
    <message>
        <source>Townships</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Natural villages</source>
        <translation>自然村</translation>
    </message>
    <message>
        <source>Household grids</source>
        <translation>户网格</translation>
    </message>
</context>
<context>
    <name>MeasureCard</name>
    <message>
        <source>Tap the points on the map</source>
        <translation>在地图上逐点点击</translation>
    </message>
    <message>
        <source>%1 · around %2</source>
        <translation>%1 · 周长 %2</translation>
    </message>
    <message>
        <source>Take the last point back</source>
        <translation>退回一点</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Stop measuring (Esc)</source>
        <translation>结束测量（Esc）</translation>
    </message>
</context>
<context>
    <name>MenuSettings</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Large text and buttons</source>
        <translation>大字大按钮</translation>
    </message>
    <message>
        <source>Your name, as written into the history</source>
        <translation>您的姓名（记入变更历史）</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>业务员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>You act as</source>
        <translation>您的身份</translation>
    </message>
    <message>
        <source>This only decides which steps are offered. It is no protection: whoever has the file can change it.</source>
        <translation>身份只决定提供哪些步骤，并不起保护作用：拿到文件的人都能改动它。</translation>
    </message>
</context>
<context>
    <name>MovedTexts</name>
    <message>
        <source>Drag a point on the map to see what it would reach elsewhere.</source>
        <translation>在地图上拖动建议点，看换个地方能覆盖多少户。</translation>
    </message>
    <message>
        <source>With the points as they stand now: %1 of %2 households are reached; as proposed: %3.</source>
        <translation>按现在的点位：覆盖 %1 户（共 %2 户）；按建议点位：%3 户。</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>查询</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>查看位置</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>没有做任何变更：%1</translation>
    </message>
    <message>
        <source>The demo county could not be made: %1</source>
        <translation>示例县生成失败：%1</translation>
    </message>
    <message>
        <source>The map could not be drawn completely.</source>
        <translation>地图没有画完整。</translation>
    </message>
    <message>
        <source>The legend could not be counted.</source>
        <translation>图例的数量没有统计出来。</translation>
    </message>
    <message>
        <source>The dossier could not be put together.</source>
        <translation>单元档案没有读取出来。</translation>
    </message>
    <message>
        <source>The search could not be carried out.</source>
        <translation>搜索没有完成。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>The table could not be made or written.</source>
        <translation>表格没有做成或没有写成。</translation>
    </message>
    <message>
        <source>Nothing lies inside the line.</source>
        <translation>圈内没有单元。</translation>
    </message>
    <message>
        <source>The chosen ones could not be added up.</source>
        <translation>所选单元无法汇总。</translation>
    </message>
    <message>
        <source>The cells could not be listed.</source>
        <translation>网格列表无法生成。</translation>
    </message>
    <message>
        <source>The new borders could not be worked out.</source>
        <translation>新边界无法计算。</translation>
    </message>
    <message>
        <source>The change was made again.</source>
        <translation>已重做。</translation>
    </message>
    <message>
        <source>Planned. It is made when the file is opened on that day.</source>
        <translation>已列入计划，到那一天打开文件时生效。</translation>
    </message>
    <message>
        <source>Plans made today: %1</source>
        <translation>今天生效的计划：%1 项</translation>
    </message>
    <message>
        <source>Plans made today: %1; no longer fitting: %2</source>
        <translation>今天生效的计划：%1 项；已不适用：%2 项</translation>
    </message>
    <message>
        <source>xiangtu plans FILE list says why.</source>
        <translation>用 xiangtu plans FILE list 可查看原因。</translation>
    </message>
    <message>
        <source>The plan will not be made.</source>
        <translation>这项计划已撤销。</translation>
    </message>
    <message>
        <source>The map of that day could not be read: %1</source>
        <translation>那一天的地图读不出来：%1</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>历史读不出来。</translation>
    </message>
    <message>
        <source>The two days could not be compared.</source>
        <translation>两个日期没能比较。</translation>
    </message>
    <message>
        <source>The life of the unit could not be read.</source>
        <translation>沿革读不出来。</translation>
    </message>
    <message>
        <source>This plan does not fit: %1</source>
        <translation>这项计划放不下：%1</translation>
    </message>
    <message>
        <source>The plans could not be read.</source>
        <translation>计划读不出来。</translation>
    </message>
    <message>
        <source>The log could not be checked.</source>
        <translation>记录没能核对。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>OrgPopup</name>
    <message>
        <source>Party organisations of %1</source>
        <translation>%1的党组织</translation>
    </message>
    <message>
        <source>No organisation serves it yet.</source>
        <translation>还没有党组织服务这里。</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · %2 起</translation>
    </message>
    <message>
        <source> · %1 below it</source>
        <translation> · 下辖 %1 个</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>更名</translation>
    </message>
    <message>
        <source>Serve another unit</source>
        <translation>服务范围</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Set one up</source>
        <translation>设立党组织</translation>
    </message>
    <message>
        <source>Set up an organisation that serves %1</source>
        <translation>设立服务%1的党组织</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1更名</translation>
    </message>
    <message>
        <source>Dissolve %1</source>
        <translation>撤销%1</translation>
    </message>
    <message>
        <source>Which unit does %1 serve?</source>
        <translation>%1服务哪个单元？</translation>
    </message>
    <message>
        <source>%1 below it (%2 …) then stand under none.</source>
        <translation>下辖的 %1 个组织（%2 等）将没有上级。</translation>
    </message>
    <message>
        <source>%1 below it (%2 …) then come under %3.</source>
        <translation>下辖的 %1 个组织（%2 等）将归%3。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>组织名称</translation>
    </message>
    <message>
        <source>Search name, pinyin, initials, code</source>
        <translation>搜名称、拼音、首字母、代码</translation>
    </message>
    <message>
        <source>Nothing chosen: it then serves no unit.</source>
        <translation>没有选：将不服务任何单元。</translation>
    </message>
    <message>
        <source>It then serves %1.</source>
        <translation>将服务%1。</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>变更原因（可不填）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OrgTexts</name>
    <message>
        <source>Please write down a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>This organisation is no longer there.</source>
        <translation>这个组织已不存在。</translation>
    </message>
    <message>
        <source>Its kind serves units of another level.</source>
        <translation>这类组织服务的是另一层级的单元。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PastBar</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Reading the map of %1…</source>
        <translation>正在读取 %1 的地图…</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 与%2对比</translation>
    </message>
    <message>
        <source>You are looking at the map of %1</source>
        <translation>正在看 %1 的地图</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束比较</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Photo %1</source>
        <translation>照片 %1</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>This photo cannot be read.</source>
        <translation>这张照片读不出来。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>PickButton</name>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Leave %1 empty</source>
        <translation>清空%1</translation>
    </message>
</context>
<context>
    <name>PickPopup</name>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Search name, pinyin, initials, code</source>
        <translation>搜索名称、拼音、首字母、代码</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing has this name</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>does not fit</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>made</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待执行</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>查看位置</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Make it now</source>
        <translation>现在执行</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>撤销计划</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Split %1</source>
        <translation>拆分%1</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>合并%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Draw the border of %1 anew</source>
        <translation>重画%1的边界</translation>
    </message>
    <message>
        <source>Fit the units below %1 into it</source>
        <translation>使%1的下级贴合它的边界</translation>
    </message>
    <message>
        <source>Hand land of %1 to %2</source>
        <translation>把%1的地块划给%2</translation>
    </message>
    <message>
        <source>Change corners of a border</source>
        <translation>调整边界的界点</translation>
    </message>
    <message>
        <source>A plan that cannot be read</source>
        <translation>读不出来的计划</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1更名为%2</translation>
    </message>
    <message>
        <source>The county has changed since: the plan no longer fits.</source>
        <translation>此后边界有变，这项计划已放不下。</translation>
    </message>
    <message>
        <source>The unit is no longer there.</source>
        <translation>这个单元已不存在。</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>还没有计划</translation>
    </message>
    <message>
        <source>When a border is changed, give a day to come: the change waits here and is made on that day.</source>
        <translation>改边界时填一个将来的日期，变更就在这里等着，到那天自动执行。</translation>
    </message>
</context>
<context>
    <name>PrintTexts</name>
    <message>
        <source>By %1</source>
        <translation>按%1汇总</translation>
    </message>
    <message>
        <source>In the answer</source>
        <translation>答案中</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>逐条清单</translation>
    </message>
    <message>
        <source>The first %1 of %2 lines; all of them are in the table (CSV).</source>
        <translation>以上为 %2 条中的前 %1 条，全部见表格（CSV）。</translation>
    </message>
    <message>
        <source>%1 · %2 · as of %3 · for internal use only</source>
        <translation>%1 · %2 · %3 数据 · 内部使用，不得公开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>QueryWords</name>
    <message>
        <source>Put a question together</source>
        <translation>组合查询</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个</translation>
    </message>
    <message>
        <source>households</source>
        <translation>户</translation>
    </message>
    <message>
        <source>mu</source>
        <translation>亩</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>plots</source>
        <translation>块</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>片</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>份</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>对</translation>
    </message>
    <message>
        <source>places</source>
        <translation>处</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>No unit fits.</source>
        <translation>没有符合条件的单元。</translation>
    </message>
    <message>
        <source>%1 fit (%2): %3 % of them, with %4 households and %5 mu.</source>
        <translation>符合条件的%2有 %1 个，占 %3 %，共 %4 户、%5 亩。</translation>
    </message>
    <message>
        <source>%1 of %2 have none (%3); %4 households live there. Coverage: %5 %.</source>
        <translation>%2 个%3中有 %1 个空白，涉及 %4 户，覆盖率 %5 %。</translation>
    </message>
    <message>
        <source>%1 households in %2 units are further away than %3 m: %4 % of all.</source>
        <translation>%2 个单元的 %1 户在 %3 米以外，占 %4 %。</translation>
    </message>
    <message>
        <source>%1 of %2 mu are covered: %3 %.</source>
        <translation>%2 亩中已覆盖 %1 亩，占 %3 %。</translation>
    </message>
    <message>
        <source>%1 of %2 differ from the sum of their parts.</source>
        <translation>%2 个单元中有 %1 个与下级之和对不上。</translation>
    </message>
    <message>
        <source>%1 contracts do not agree with the map: %2 mu by contract, %3 mu on the map.</source>
        <translation>%1 份合同与图上不符：合同共 %2 亩，图上 %3 亩。</translation>
    </message>
    <message>
        <source>%1 are below %2, in %3 groups that lie together; %4 have no figure.</source>
        <translation>%1 个低于 %2，连成 %3 片；%4 个没有数据。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>With these points %1 of %2 households are reached instead of %3; so many points reach at most %4.</source>
        <translation>建成后覆盖 %1 户（共 %2 户，现已覆盖 %3 户）；这么多点至多能覆盖 %4 户。</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Draw it on the map</source>
        <translation>在地图上画</translation>
    </message>
    <message>
        <source>The unit selected on the map</source>
        <translation>用地图上选中的单元</translation>
    </message>
    <message>
        <source>Choose a table of points</source>
        <translation>选择点位表</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv)</source>
        <translation>表格 (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>QuestionLine</name>
    <message>
        <source>Forget this question</source>
        <translation>删除这个问题</translation>
    </message>
</context>
<context>
    <name>QuestionMenu</name>
    <message>
        <source>Ask the map</source>
        <translation>问地图</translation>
    </message>
    <message>
        <source>Answered from the file alone, while you wait</source>
        <translation>只凭这份文件，当场回答</translation>
    </message>
    <message>
        <source>Put a question together</source>
        <translation>组合查询</translation>
    </message>
    <message>
        <source>Units in a place drawn on the map, with conditions: “natural villages without a Party group within 2 km of an orchard”.</source>
        <translation>在地图上圈定范围、再加条件找单元，例如“没有党小组、离果园 2 公里以内的自然村”。</translation>
    </message>
    <message>
        <source>My questions</source>
        <translation>我的问题</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖与核对</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>全部问题</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Count the points of a table by unit</source>
        <translation>一张表里的点各落在哪个单元</translation>
    </message>
</context>
<context>
    <name>QuestionTexts</name>
    <message>
        <source>Units without a Party organisation, by level</source>
        <translation>各层级没有党组织的空白单元</translation>
    </message>
    <message>
        <source>Households too far from a Party member household</source>
        <translation>离党员中心户太远的户</translation>
    </message>
    <message>
        <source>Households too far from a service point</source>
        <translation>离便民服务点太远的户</translation>
    </message>
    <message>
        <source>Households too far from a meal point</source>
        <translation>离助餐点太远的户</translation>
    </message>
    <message>
        <source>Share of orchards under hail nets</source>
        <translation>果园防雹网覆盖比例</translation>
    </message>
    <message>
        <source>Contract area against the map</source>
        <translation>合同面积与图上面积</translation>
    </message>
    <message>
        <source>Sum of the parts against the whole</source>
        <translation>下级合计与本级对照</translation>
    </message>
    <message>
        <source>Villages below the income line, in adjacent groups</source>
        <translation>集体经济收入线以下的村及连片</translation>
    </message>
    <message>
        <source>Where new service points would reach most households</source>
        <translation>新建便民服务点放哪里覆盖最多的户</translation>
    </message>
    <message>
        <source>Mutual-aid groups of five around a Party member household</source>
        <translation>围绕党员中心户的五户互助小组</translation>
    </message>
    <message>
        <source>A short inspection tour of industry bases</source>
        <translation>产业基地拉练路线</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>What is filled in can be changed and asked again</source>
        <translation>参数可以改了再问</translation>
    </message>
</context>
<context>
    <name>RankingLine</name>
    <message>
        <source>%1. %2: %3 %4</source>
        <translation>第 %1 名 %2：%3 %4</translation>
    </message>
</context>
<context>
    <name>RankingTexts</name>
    <message>
        <source>%1 ten thousand</source>
        <translation>%1 万</translation>
    </message>
    <message>
        <source>%1 of %2 reach it.</source>
        <translation>%2 个中有 %1 个达到。</translation>
    </message>
    <message>
        <source>%1 The target is met.</source>
        <translation>%1目标已达到。</translation>
    </message>
    <message>
        <source>%1 %2 more are needed for the target.</source>
        <translation>%1距目标还差 %2 个。</translation>
    </message>
</context>
<context>
    <name>RankingView</name>
    <message>
        <source>Threshold %1</source>
        <translation>门槛 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>No units below to compare</source>
        <translation>下面没有可比的单元</translation>
    </message>
</context>
<context>
    <name>ReasonBox</name>
    <message>
        <source>updated on the map</source>
        <translation>地图上更新</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>变更原因（可不填）</translation>
    </message>
    <message>
        <source>Add a photo to the next change</source>
        <translation>为本次变更附照片</translation>
    </message>
    <message>
        <source>Leave the photo out</source>
        <translation>不附照片</translation>
    </message>
    <message>
        <source>Photo for the change</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png)</source>
        <translation>照片 (*.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Open %1 in %2</source>
        <translation>打开 %2 中的 %1</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从列表移除</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>This record is no longer there</source>
        <translation>这条记录已不在</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上查看</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>End: it counts no longer from today on</source>
        <translation>终止：自今日起不再计入</translation>
    </message>
</context>
<context>
    <name>RecordState</name>
    <message>
        <source>Note for this step</source>
        <translation>本步骤的说明</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>“%1” is for: %2</source>
        <translation>“%1”由以下身份办理：%2</translation>
    </message>
</context>
<context>
    <name>RecordSteps</name>
    <message>
        <source>What was done</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>%1 · in %2</source>
        <translation>%1 · 限 %2</translation>
    </message>
    <message>
        <source>Change the register&apos;s fields</source>
        <translation>更改台账字段</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>No record fits</source>
        <translation>没有符合的记录</translation>
    </message>
    <message>
        <source>No record yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>“Add” makes one, for the unit selected on the map.</source>
        <translation>点“添加”新增，默认落在地图上选中的单元。</translation>
    </message>
    <message>
        <source>More formats…</source>
        <translation>更多格式…</translation>
    </message>
</context>
<context>
    <name>RefusalWords</name>
    <message>
        <source>This unit is no longer in the file.</source>
        <translation>文件中已没有这个单元。</translation>
    </message>
    <message>
        <source>This colour scheme is no longer in the file.</source>
        <translation>文件中已没有这个配色方案。</translation>
    </message>
    <message>
        <source>This class is no longer in the scheme.</source>
        <translation>方案中已没有这一级。</translation>
    </message>
    <message>
        <source>This date does not fit.</source>
        <translation>日期不合适。</translation>
    </message>
    <message>
        <source>Please write down a reason first.</source>
        <translation>请先填写原因。</translation>
    </message>
    <message>
        <source>It has this class already.</source>
        <translation>已经是这一级。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的变更。</translation>
    </message>
    <message>
        <source>This file is open for reading only.</source>
        <translation>本文件以只读方式打开。</translation>
    </message>
    <message>
        <source>Somebody else has changed this since. Open the file again to see it.</source>
        <translation>此后已有他人改动。请重新打开文件查看。</translation>
    </message>
    <message>
        <source>This could not be done.</source>
        <translation>无法完成。</translation>
    </message>
    <message>
        <source>There is nothing to make again.</source>
        <translation>没有可重做的更改。</translation>
    </message>
    <message>
        <source>Sign in first: this file has accounts.</source>
        <translation>请先登录：这个文件有账号。</translation>
    </message>
    <message>
        <source>This is not yours to change.</source>
        <translation>这不归你修改。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>你的角色不能做这件事。</translation>
    </message>
    <message>
        <source>The newest change is one of registers and figures. Undo takes back neither that nor what came before it: declare it anew.</source>
        <translation>最近一次变更是台账与指标设置，不能撤销，它之前的变更也不能再撤销；请在台账中重新设置。</translation>
    </message>
</context>
<context>
    <name>RefusedWords</name>
    <message>
        <source>is needed</source>
        <translation>需要填写</translation>
    </message>
    <message>
        <source>is needed, or a unit</source>
        <translation>需要填写，或指定单元</translation>
    </message>
    <message>
        <source>is needed, or a class</source>
        <translation>需要填，或者选颜色</translation>
    </message>
    <message>
        <source>are needed, or a register of stops: there is no stop</source>
        <translation>需要填，或者选一张登记表：现在没有点位</translation>
    </message>
    <message>
        <source>are too many stops: at most %1. Narrow them down with a condition</source>
        <translation>的点位太多：至多 %1 个，请加条件缩小范围</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>is out of range: %1</source>
        <translation>超出范围：%1</translation>
    </message>
    <message>
        <source>has no columns that are known as longitude and latitude: choose them</source>
        <translation>里认不出经度列和纬度列：请选定</translation>
    </message>
    <message>
        <source>does not have the column chosen</source>
        <translation>没有选定的那一列</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>打不开</translation>
    </message>
    <message>
        <source>names a unit that the file does not have</source>
        <translation>在这份文件里找不到</translation>
    </message>
    <message>
        <source>must be two or more codes with commas between</source>
        <translation>要填两个以上代码，用逗号隔开</translation>
    </message>
    <message>
        <source>has no units in this file</source>
        <translation>在这份文件里没有单元</translation>
    </message>
    <message>
        <source>is not a level</source>
        <translation>不是一个层级</translation>
    </message>
    <message>
        <source>is a register this file does not have</source>
        <translation>在这份文件里没有</translation>
    </message>
    <message>
        <source>is no record of this register</source>
        <translation>在登记表里没有这一条</translation>
    </message>
    <message>
        <source>is a colour scheme this file does not have</source>
        <translation>是本文件没有的配色方案</translation>
    </message>
    <message>
        <source>is not a class of the colour scheme</source>
        <translation>不是该配色方案里的颜色</translation>
    </message>
    <message>
        <source>is not a register of land</source>
        <translation>不是有地块的登记表</translation>
    </message>
    <message>
        <source>can be asked of registers only</source>
        <translation>只能用于登记表</translation>
    </message>
    <message>
        <source>is not a field of the register</source>
        <translation>不是该登记表的字段</translation>
    </message>
    <message>
        <source>is no kind the register knows</source>
        <translation>不是登记表里的类别</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>has no borders in this file</source>
        <translation>在本文件里没有边界</translation>
    </message>
    <message>
        <source>has no line</source>
        <translation>没有线</translation>
    </message>
    <message>
        <source>is not an area</source>
        <translation>不是一块范围</translation>
    </message>
    <message>
        <source>is not on the globe</source>
        <translation>不在地球上</translation>
    </message>
    <message>
        <source>is not a day like 2026-03-01</source>
        <translation>不是 2026-03-01 这样的日期</translation>
    </message>
    <message>
        <source>is not a place like “109.6 27.95”</source>
        <translation>不是“109.6 27.95”这样的地点</translation>
    </message>
    <message>
        <source>is not a list of places</source>
        <translation>不是一串位置</translation>
    </message>
    <message>
        <source>crosses itself: draw it again</source>
        <translation>自己和自己相交，请重画</translation>
    </message>
    <message>
        <source>has too few points: draw it again</source>
        <translation>点太少，请重画</translation>
    </message>
    <message>
        <source>cannot be used: draw it again</source>
        <translation>不能用，请重画</translation>
    </message>
    <message>
        <source>cannot be done (%1)</source>
        <translation>做不到（%1）</translation>
    </message>
    <message>
        <source>cannot be read (%1)</source>
        <translation>读不懂（%1）</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>米数</translation>
    </message>
    <message>
        <source>The drawn area</source>
        <translation>圈定的范围</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>A condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1%2。</translation>
    </message>
</context>
<context>
    <name>RegisterLine</name>
    <message>
        <source>%1, %2 records</source>
        <translation>%1，%2 条记录</translation>
    </message>
    <message>
        <source>Take %1 off the map</source>
        <translation>在地图上隐藏%1</translation>
    </message>
    <message>
        <source>Show %1 on the map</source>
        <translation>在地图上显示%1</translation>
    </message>
</context>
<context>
    <name>RegisterList</name>
    <message>
        <source>Registers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>New register</source>
        <translation>新建台账</translation>
    </message>
    <message>
        <source>Find a register by name, pinyin, initials</source>
        <translation>按名称、拼音、首字母查找台账</translation>
    </message>
    <message>
        <source>This file declares no register</source>
        <translation>本文件没有声明台账</translation>
    </message>
    <message>
        <source>No register has this name</source>
        <translation>没有这个名称的台账</translation>
    </message>
</context>
<context>
    <name>RegisterListTexts</name>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message>
        <source>%1 d overdue</source>
        <translation>超期 %1 天</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>%1 d left</source>
        <translation>剩 %1 天</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Point on the map</source>
        <translation>地图上的点</translation>
    </message>
    <message>
        <source>Line on the map</source>
        <translation>地图上的线</translation>
    </message>
    <message>
        <source>Area on the map</source>
        <translation>图上面积</translation>
    </message>
    <message>
        <source>Link between records</source>
        <translation>记录之间的联系</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>长文字</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是否</translation>
    </message>
    <message>
        <source>One choice</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Office-holder</source>
        <translation>任职人员</translation>
    </message>
    <message>
        <source>Unit of the county</source>
        <translation>本县单元</translation>
    </message>
    <message>
        <source>Party organisation</source>
        <translation>党组织</translation>
    </message>
    <message>
        <source>Record of a register</source>
        <translation>台账记录</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation>此项应为数值。</translation>
    </message>
    <message>
        <source>This must not be less than %1.</source>
        <translation>不能小于 %1。</translation>
    </message>
    <message>
        <source>This must not be more than %1.</source>
        <translation>不能大于 %1。</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>此项应为整数。</translation>
    </message>
    <message>
        <source>This must be a year, such as 2026.</source>
        <translation>此项应为年份，如 2026。</translation>
    </message>
    <message>
        <source>Say yes or no.</source>
        <translation>请选择是或否。</translation>
    </message>
    <message>
        <source>This must be a date, such as 2026-03-08.</source>
        <translation>此项应为日期，如 2026-03-08。</translation>
    </message>
    <message>
        <source>This must be a month, such as 2026-03.</source>
        <translation>此项应为月份，如 2026-03。</translation>
    </message>
    <message>
        <source>Please take one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no such unit in the county.</source>
        <translation>本县没有这个单元。</translation>
    </message>
    <message>
        <source>There is no such Party organisation in the county.</source>
        <translation>本县没有这个党组织。</translation>
    </message>
    <message>
        <source>This record is no longer there.</source>
        <translation>这条记录已不在。</translation>
    </message>
    <message>
        <source>What was drawn does not fit: its lines may cross.</source>
        <translation>绘制的图形不合适：边线可能相交。</translation>
    </message>
    <message>
        <source>Please say which unit it belongs to.</source>
        <translation>请选择所属单元。</translation>
    </message>
    <message>
        <source>This step does not fit the state it is in.</source>
        <translation>当前状态不能办理这一步。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的身份不能办理这一步。</translation>
    </message>
    <message>
        <source>This must be filled in for that step.</source>
        <translation>办理这一步必须填写此项。</translation>
    </message>
    <message>
        <source>Please write a note for this step.</source>
        <translation>请填写本步骤的说明。</translation>
    </message>
    <message>
        <source>Nothing is different from before.</source>
        <translation>与原来没有不同。</translation>
    </message>
    <message>
        <source>This file is open for reading only.</source>
        <translation>本文件以只读方式打开。</translation>
    </message>
    <message>
        <source>Somebody else has changed this since. Open the file again to see it.</source>
        <translation>此后已有他人改动。请重新打开文件查看。</translation>
    </message>
    <message>
        <source>This date does not fit.</source>
        <translation>日期不合适。</translation>
    </message>
    <message>
        <source>The register cannot be like this: %1</source>
        <translation>台账不能这样声明：%1</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>没有做任何变更：%1</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>This file declares no report</source>
        <translation>本文件没有声明报表</translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>Tables: %1</source>
        <translation>%1 张表</translation>
    </message>
    <message>
        <source>Whole county</source>
        <translation>全县</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Whole county · %1</source>
        <translation>全县 · %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save this table (CSV)</source>
        <translation>把这张表存为 CSV</translation>
    </message>
    <message>
        <source>Save the whole report (CSV)</source>
        <translation>把整个报表存为 CSV</translation>
    </message>
    <message>
        <source>Table of the report</source>
        <translation>报表中的表</translation>
    </message>
    <message>
        <source>Unit the report is about</source>
        <translation>报表范围</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Day of the report, such as 2026-01-31</source>
        <translation>报表日期，如 2026-01-31</translation>
    </message>
    <message>
        <source>This must be a date, such as 2026-03-08.</source>
        <translation>须是日期，如 2026-03-08。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>This report has no table</source>
        <translation>这个报表没有表</translation>
    </message>
    <message>
        <source>Nothing to report here</source>
        <translation>这里没有可报的内容</translation>
    </message>
    <message>
        <source>This report cannot be made.</source>
        <translation>这个报表做不出来。</translation>
    </message>
</context>
<context>
    <name>RestoreBox</name>
    <message>
        <source>Back to %1</source>
        <translation>恢复到 %1</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>变更原因（可不填）</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 as on %2</source>
        <translation>%1，恢复到 %2</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>查看位置</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>To be looked at by a person: %1</source>
        <translation>需人工核对：%1 项</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 项</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Households: %1</source>
        <translation>户数：%1</translation>
    </message>
    <message>
        <source>%1 had this class; %2 keeps its own</source>
        <translation>%1原有此分级；%2保持自己的</translation>
    </message>
    <message>
        <source>stays with %1</source>
        <translation>仍在%1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source> · fields: %1</source>
        <translation> · 字段：%1</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search name, pinyin, initials, code</source>
        <translation>搜索名称、拼音、首字母、代码</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>For example: zhangmu, zm, 433123</source>
        <translation>例如：樟木、zhangmu、zm、433123</translation>
    </message>
    <message>
        <source>Nothing has this name</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>SelectFields</name>
    <message>
        <source>Level of the units asked for</source>
        <translation>要找哪一级单元</translation>
    </message>
    <message>
        <source>Where they lie</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全部范围</translation>
    </message>
    <message>
        <source>In a rectangle</source>
        <translation>矩形内</translation>
    </message>
    <message>
        <source>In a drawn area</source>
        <translation>圈定范围内</translation>
    </message>
    <message>
        <source>In a circle</source>
        <translation>圆圈内</translation>
    </message>
    <message>
        <source>Along a line</source>
        <translation>沿线两侧</translation>
    </message>
    <message>
        <source>How they lie to it</source>
        <translation>怎样算在内</translation>
    </message>
    <message>
        <source>With their middle</source>
        <translation>中心在内</translation>
    </message>
    <message>
        <source>With any part</source>
        <translation>沾边就算</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>整个在内</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>完全在外</translation>
    </message>
    <message>
        <source>Metres</source>
        <translation>米数</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重画</translation>
    </message>
    <message>
        <source>Draw on the map</source>
        <translation>在地图上画</translation>
    </message>
    <message>
        <source>Everywhere again</source>
        <translation>不限单元</translation>
    </message>
    <message>
        <source>Only in the selected unit</source>
        <translation>只在选中单元内</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>加条件</translation>
    </message>
    <message>
        <source>All hold</source>
        <translation>全部符合</translation>
    </message>
    <message>
        <source>Any holds</source>
        <translation>任一符合</translation>
    </message>
</context>
<context>
    <name>SessionTexts</name>
    <message>
        <source>Grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>业务员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>This file is open for reading only.</source>
        <translation>本文件以只读方式打开。</translation>
    </message>
    <message>
        <source>Sign in to change something.</source>
        <translation>登录后才能修改。</translation>
    </message>
    <message>
        <source>As %1 you may not change this.</source>
        <translation>%1不能修改这里。</translation>
    </message>
    <message>
        <source>This lies outside your scope: %1.</source>
        <translation>这里不在你的范围内。你的范围：%1。</translation>
    </message>
    <message>
        <source>Only who may write in the whole file can change this. Your scope: %1.</source>
        <translation>只有范围是整个文件的人才能改这个。你的范围：%1。</translation>
    </message>
    <message>
        <source>%1 lies outside your scope: %2.</source>
        <translation>%1不在你的范围内。你的范围：%2。</translation>
    </message>
</context>
<context>
    <name>SignInCard</name>
    <message>
        <source>Who is working?</source>
        <translation>谁在使用？</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换个人</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>只看不改</translation>
    </message>
</context>
<context>
    <name>StageWords</name>
    <message>
        <source>Reading units…</source>
        <translation>正在读取单元…</translation>
    </message>
    <message>
        <source>Reading boundaries…</source>
        <translation>正在读取边界…</translation>
    </message>
    <message>
        <source>Reading Party organisations…</source>
        <translation>正在读取党组织…</translation>
    </message>
    <message>
        <source>Reading colours…</source>
        <translation>正在读取定级…</translation>
    </message>
    <message>
        <source>Reading registers…</source>
        <translation>正在读取台账…</translation>
    </message>
    <message>
        <source>Joining boundaries…</source>
        <translation>正在拼接界线…</translation>
    </message>
    <message>
        <source>Preparing search…</source>
        <translation>正在准备检索…</translation>
    </message>
    <message>
        <source>Checking boundaries…</source>
        <translation>正在检查边界…</translation>
    </message>
    <message>
        <source>Nesting units…</source>
        <translation>正在归并上下级…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Bringing the file up to date…</source>
        <translation>正在升级文件…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Dividing the land…</source>
        <translation>正在划分地块…</translation>
    </message>
</context>
<context>
    <name>Stamp</name>
    <message>
        <source>Demo data</source>
        <translation>示例数据</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Scale bar %1</source>
        <translation>比例尺 %1</translation>
    </message>
    <message>
        <source>CGCS2000 3° zone:  %1</source>
        <translation>CGCS2000 三度带：%1</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>For %1 matters; what one of them has already, it keeps.</source>
        <translation>用于 %1 件事项；已填写的保持不变。</translation>
    </message>
    <message>
        <source>For %1 matters.</source>
        <translation>用于 %1 件事项。</translation>
    </message>
    <message>
        <source>Note for this step</source>
        <translation>这一步的说明</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
</context>
<context>
    <name>StopTexts</name>
    <message>
        <source>What is due there</source>
        <translation>那里要办的事</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有未办事项。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>%1 served</source>
        <translation>有组织的%1</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>谁来负责</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>What lies there</source>
        <translation>那里有什么</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1．%2</translation>
    </message>
    <message>
        <source>%1 from the stop before, %2 since the start; straight, not along roads.</source>
        <translation>距上一站 %1，累计 %2（直线距离，不按道路）。</translation>
    </message>
</context>
<context>
    <name>TableFilter</name>
    <message>
        <source>Find in the table</source>
        <translation>在表中查找</translation>
    </message>
    <message>
        <source>Only in the unit selected on the map</source>
        <translation>只看地图上选中的单元</translation>
    </message>
    <message>
        <source>Everywhere again</source>
        <translation>恢复全部</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>For example: amount &gt; 1000 and state != &apos;closed&apos;</source>
        <translation>例如：amount &gt; 1000 and state != &apos;closed&apos;</translation>
    </message>
    <message>
        <source>This condition cannot be read: %1</source>
        <translation>条件无法识别：%1</translation>
    </message>
    <message>
        <source>Fields: %1</source>
        <translation>字段：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>TableTexts</name>
    <message>
        <source>Records: %1</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>已识别：%1</translation>
    </message>
    <message>
        <source>Encoding of the table</source>
        <translation>表格编码</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
</context>
<context>
    <name>TechnicalDetail</name>
    <message>
        <source>Hide the technical detail</source>
        <translation>收起技术细节</translation>
    </message>
    <message>
        <source>Technical detail</source>
        <translation>技术细节</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>en</source>
        <extracomment>Translate with the code of your language. It chooses between the Chinese and English texts of the data.</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>镇街</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Natural village</source>
        <translation>自然村</translation>
    </message>
    <message>
        <source>Household grid</source>
        <translation>户网格</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>镇</translation>
    </message>
    <message>
        <source>Rural township</source>
        <translation>乡</translation>
    </message>
    <message>
        <source>Subdistrict</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Unit like a township</source>
        <translation>类似乡级单位</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Unit like a village</source>
        <translation>类似村级单位</translation>
    </message>
    <message>
        <source>Villager group</source>
        <translation>村民小组</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Dedicated grid</source>
        <translation>专属网格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Party committee</source>
        <translation>党委</translation>
    </message>
    <message>
        <source>General Party branch</source>
        <translation>党总支</translation>
    </message>
    <message>
        <source>Party branch</source>
        <translation>党支部</translation>
    </message>
    <message>
        <source>Party group</source>
        <translation>党小组</translation>
    </message>
    <message>
        <source>Party member centre household</source>
        <translation>党员中心户</translation>
    </message>
    <message>
        <source>Functional Party organisation</source>
        <translation>功能型党组织</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>no class</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>Split off: %1</source>
        <translation>分出%1</translation>
    </message>
    <message>
        <source>Split from %1</source>
        <translation>由%1分出</translation>
    </message>
    <message>
        <source>Went into %1</source>
        <translation>并入%1</translation>
    </message>
    <message>
        <source>Took over %1</source>
        <translation>合并了%1</translation>
    </message>
    <message>
        <source>Gave land to %1</source>
        <translation>划地给%1</translation>
    </message>
    <message>
        <source>Got land from %1</source>
        <translation>从%1划入</translation>
    </message>
    <message>
        <source>Border moved: %1 → %2 (%3)</source>
        <translation>边界变动：%1 → %2（%3）</translation>
    </message>
    <message>
        <source>In the file as %1, %2</source>
        <translation>建档：%1，%2</translation>
    </message>
    <message>
        <source>Is no more</source>
        <translation>撤并</translation>
    </message>
    <message>
        <source>Renamed: %1 → %2</source>
        <translation>更名：%1 → %2</translation>
    </message>
    <message>
        <source>Code: %1 → %2</source>
        <translation>代码：%1 → %2</translation>
    </message>
    <message>
        <source>Belongs to: %1 → %2</source>
        <translation>隶属：%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>The unit was not there on %1.</source>
        <translation>%1 时还没有这个单元。</translation>
    </message>
    <message>
        <source>Land of %1: %2</source>
        <translation>%1 的土地：%2</translation>
    </message>
    <message>
        <source>Its old border does not fit any more: %1</source>
        <translation>原来的边界已经放不回去：%1</translation>
    </message>
    <message>
        <source>It had no border on that day.</source>
        <translation>那一天它没有边界。</translation>
    </message>
    <message>
        <source>Name, land and classes are the same as on %1.</source>
        <translation>名称、土地和类别与 %1 相同。</translation>
    </message>
    <message>
        <source>%1 is there again, %2</source>
        <translation>%1恢复，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Technical detail: %1</source>
        <translation>技术细节：%1</translation>
    </message>
</context>
<context>
    <name>ToolButtons</name>
    <message>
        <source>Measure a length</source>
        <translation>量长度</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>量面积</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>框选放大</translation>
    </message>
    <message>
        <source>Choose several with a lasso</source>
        <translation>圈选多个</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Five colours</source>
        <translation>五色</translation>
    </message>
    <message>
        <source>Party coverage</source>
        <translation>党建覆盖</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>示范村</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>产业</translation>
    </message>
    <message>
        <source>Colour scheme</source>
        <translation>配色方案</translation>
    </message>
    <message>
        <source>Level of Party coverage</source>
        <translation>党建覆盖看哪一级</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>撤销上一次变更（Ctrl+Z）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Make the change again (Ctrl+Shift+Z)</source>
        <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>The map of another day</source>
        <translation>看某一天的地图</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>TouchedLine</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · was %2</source>
        <translation>%1 · 原 %2</translation>
    </message>
    <message>
        <source>%1 · %2 → %3</source>
        <translation>%1 · %2 → %3</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Xiangtu</source>
        <translation>乡图</translation>
    </message>
    <message>
        <source>The map of townships, villages and grids</source>
        <translation>镇村网格一张图</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Look at the demo county</source>
        <translation>看看示例县</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>A file can also be dropped anywhere on this window.</source>
        <translation>也可以把文件拖到窗口任意位置。</translation>
    </message>
</context>
<context>
    <name>WorkSwitch</name>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>My cells</source>
        <translation>我的网格</translation>
    </message>
</context>
<context>
    <name>WorklistLine</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>选中%1</translation>
    </message>
    <message>
        <source>now with the %1</source>
        <translation>已上报至%1</translation>
    </message>
</context>
<context>
    <name>WorklistPage</name>
    <message>
        <source>Open %1</source>
        <translation>在办 %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>我的 %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>临期 %1</translation>
    </message>
    <message>
        <source>Overdue %1</source>
        <translation>超期 %1</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>办结 %1</translation>
    </message>
    <message>
        <source>%1 moved.</source>
        <translation>已办理 %1 件。</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>“Mine” names %1</source>
        <translation>“我的”按姓名 %1</translation>
    </message>
    <message>
        <source>Find a matter</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Only in %1</source>
        <translation>只看%1</translation>
    </message>
    <message>
        <source>Only in one unit</source>
        <translation>只看一个单元</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Nothing to do here</source>
        <translation>这里没有待办</translation>
    </message>
    <message>
        <source>Matters come from registers with steps and deadlines.</source>
        <translation>待办来自有流程和期限的台账。</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>已选 %1 件</translation>
    </message>
    <message>
        <source>%1 chosen: no step fits all of them</source>
        <translation>已选 %1 件，没有共同的下一步</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>%1 moved, %2 not:</source>
        <translation>%1 件已办，%2 件未办：</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>WorklistTexts</name>
    <message>
        <source>All registers</source>
        <translation>全部台账</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Border between page and map</source>
        <translation>页面与地图的分界</translation>
    </message>
</context>
<context>
    <name>ZoomButtons</name>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Show everything (Home)</source>
        <translation>全图（Home）</translation>
    </message>
    <message>
        <source>Previous view</source>
        <translation>上一视图</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一视图</translation>
    </message>
</context>
</TS>
